/** "Notices on every page": what the law wants at the bottom of each page, and what is still missing. */
import {Badge, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {IntentLink} from 'sanity/router'
import {schemaApiVersion} from '@/sanity/schema/uniqueness'
import {NOTICES_QUERY, NoticePages, type NoticeState, noticeStates, noticeTemplateId} from './notices'

const words = {
  published: {tone: 'positive', text: 'Published'},
  draft: {tone: 'caution', text: 'Not published yet'},
  missing: {tone: 'critical', text: 'Missing'},
} as const

export function NoticesPane() {
  const client = useClient({apiVersion: schemaApiVersion})
  const [notices, setNotices] = useState<NoticeState[] | 'failed' | null>(null)

  useEffect(() => {
    const ask = () =>
      client
        .fetch<unknown>(NOTICES_QUERY, {}, {perspective: 'raw', tag: 'notices'})
        .then((answer) => setNotices(noticeStates(NoticePages.parse(answer))))
        .catch(() => setNotices('failed'))
    ask()
    // What an editor makes beside this list shows here at once.
    const listening = client
      .listen(
        '*[_type == "page"]',
        {},
        {visibility: 'query', includeAllVersions: true, includeResult: false, tag: 'notices'},
      )
      .subscribe({next: ask, error: () => undefined})
    return () => listening.unsubscribe()
  }, [client])

  if (notices === null) {
    return (
      <Flex padding={5} justify="center">
        <Spinner muted />
      </Flex>
    )
  }
  if (notices === 'failed') {
    return (
      <Flex padding={5} justify="center">
        <Text muted>This could not be looked up. Close the list and open it again.</Text>
      </Flex>
    )
  }
  const missing = notices.filter(({required, state}) => required && state !== 'published').length
  return (
    <Stack padding={4} gap={4}>
      <Text size={1} muted>
        {missing === 0
          ? 'Every notice that is asked of a clinic is there. Patients find them at the bottom of each page.'
          : `Patients look for these at the bottom of each page, and the law asks for most of them. Missing: ${missing}.`}
      </Text>
      <Stack gap={2}>
        {notices.map((notice) => (
          <NoticeRow key={notice.notice} {...notice} />
        ))}
      </Stack>
    </Stack>
  )
}

function NoticeRow({notice, title, required, state, id}: NoticeState) {
  const {tone, text} = words[state]
  const target = id
    ? {intent: 'edit', params: {id, type: 'page'}}
    : {intent: 'create', params: {type: 'page', template: noticeTemplateId(notice)}}
  return (
    <Card as={IntentLink} {...target} padding={3} radius={2} border data-as="a" style={{textDecoration: 'none'}}>
      <Flex align="center" gap={3}>
        <Stack flex={1} gap={2}>
          <Text weight="medium">{title}</Text>
          <Text size={1} muted>
            {id ? 'Open the page' : 'Make this page'}
            {!required && ' · only where your state asks for it'}
          </Text>
        </Stack>
        <Badge tone={state !== 'published' && !required ? 'default' : tone}>{text}</Badge>
      </Flex>
    </Card>
  )
}
