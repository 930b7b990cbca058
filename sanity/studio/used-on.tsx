/** The tab "Where it is used": every document that refers to this one. */
import {Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {Preview, useClient, useSchema} from 'sanity'
import {IntentLink} from 'sanity/router'
import {z} from 'zod'
import {schemaApiVersion} from '@/sanity/schema/uniqueness'

const Referring = z.array(z.object({_id: z.string(), _type: z.string()}))
type Referring = z.infer<typeof Referring>

/** Drafts count too, but a document and its draft are one line. */
const USED_ON_QUERY = `*[references($id)] | order(_type asc, _updatedAt desc)[0...200]{_id, _type}`

type Found = {state: 'asking'} | {state: 'failed'} | {state: 'found'; documents: Referring}

export function UsedOn({documentId}: {documentId: string}) {
  const client = useClient({apiVersion: schemaApiVersion})
  const schema = useSchema()
  const [found, setFound] = useState<Found>({state: 'asking'})

  useEffect(() => {
    const asked = new AbortController()
    const params = {id: documentId.replace(/^drafts\./, '')}
    client
      .fetch<unknown>(USED_ON_QUERY, params, {perspective: 'drafts', signal: asked.signal, tag: 'used-on'})
      .then((answer) => setFound({state: 'found', documents: Referring.parse(answer)}))
      .catch(() => {
        if (!asked.signal.aborted) setFound({state: 'failed'})
      })
    return () => asked.abort()
  }, [client, documentId])

  if (found.state === 'asking') {
    return (
      <Flex padding={5} justify="center">
        <Spinner muted />
      </Flex>
    )
  }
  if (found.state === 'failed') {
    return <Message text="This could not be looked up. Close the tab and open it again." />
  }
  if (found.documents.length === 0) {
    return <Message text="Not used anywhere yet. Add it to a page, and that page appears here." />
  }
  return (
    <Stack padding={4} gap={4}>
      <Text size={1} muted>
        {found.documents.length === 1 ? 'This uses it. ' : `These ${found.documents.length} use it. `}
        What they show of it changes as soon as you publish a change here.
      </Text>
      <Stack gap={2}>
        {found.documents.map((document) => {
          const schemaType = schema.get(document._type)
          return (
            schemaType && (
              <Card
                key={document._id}
                as={IntentLink}
                {...{intent: 'edit', params: {id: document._id, type: document._type}}}
                padding={2}
                radius={2}
                border
                data-as="a"
                style={{textDecoration: 'none'}}
              >
                <Preview schemaType={schemaType} value={document} layout="default" />
              </Card>
            )
          )
        })}
      </Stack>
    </Stack>
  )
}

const Message = ({text}: {text: string}) => (
  <Flex padding={5} justify="center">
    <Text muted>{text}</Text>
  </Flex>
)
