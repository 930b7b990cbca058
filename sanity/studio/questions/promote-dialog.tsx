/** Makes a public question of one patient's: without anything personal, which is looked for here and confirmed by hand. */
import {Badge, Button, Card, Checkbox, Dialog, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useId, useState} from 'react'
import {useClient} from 'sanity'
import type {Opened} from '@/lib/enquiries/inbox-shape'
import {type PartKind, type PersonalPart, personalPartsIn} from '@/lib/enquiries/personal-parts'
import {schemaApiVersion} from '@/sanity/schema/uniqueness'
import {makeFaq, pageToShowOn} from './promotion'

type PromoteDialogProps = {asked: Opened['asked']; onClose: () => void; onMade: (id: string) => Promise<void>}

const kinds: Record<PartKind, string> = {
  name: 'the patient’s name',
  email: 'an e-mail address',
  address: 'an address',
  date: 'a date',
  age: 'an age',
  number: 'a number',
  title: 'somebody’s name',
}

export function PromoteDialog({asked, onClose, onMade}: PromoteDialogProps) {
  const client = useClient({apiVersion: schemaApiVersion})
  const toast = useToast()
  const id = useId()
  const [text, setText] = useState(asked.question)
  const [isConfirmed, setIsConfirmed] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const parts = personalPartsIn(text, asked)
  const page = pageToShowOn(asked.page)
  const isReady = parts.length === 0 && isConfirmed && text.trim().length >= 10

  const make = async () => {
    setIsBusy(true)
    try {
      await onMade(await makeFaq(client, {question: text, language: asked.language, page: asked.page}))
    } catch {
      setIsBusy(false)
      toast.push({status: 'error', title: 'The draft could not be made. Nothing was changed; try again in a moment.'})
    }
  }
  return (
    <Dialog id="questions-promote" header="Make an FAQ of it" width={2} onClose={onClose}>
      <Stack padding={4} gap={4}>
        <Text size={1}>
          Write the question so that it could be anybody’s: one or two sentences. A draft is made in your name
          {page ? ` and put on a draft of the ${page} it was asked from` : ''}. Nobody sees it until it has an answer,
          is checked and published.
        </Text>
        <Stack gap={2}>
          <Text as="label" size={1} weight="medium" {...{htmlFor: id}}>
            The question, for everybody
          </Text>
          <TextArea
            id={id}
            rows={6}
            value={text}
            maxLength={2000}
            autoComplete="off"
            lang={asked.language}
            aria-describedby={`${id}-parts`}
            onChange={({currentTarget}) => {
              setText(currentTarget.value)
              // What was confirmed was another text.
              setIsConfirmed(false)
            }}
          />
        </Stack>
        <Stack gap={3} id={`${id}-parts`} aria-live="polite">
          {parts.length === 0 ? (
            <Text size={1} muted>
              No name, address, number or date was found in it. Look for yourself, too: a rare story can tell who it is.
            </Text>
          ) : (
            <Card tone="caution" padding={3} radius={2} border>
              <Stack gap={3}>
                <Text size={1} weight="medium">
                  Take these out first:
                </Text>
                <Flex as="ul" gap={2} wrap="wrap" style={{listStyle: 'none', margin: 0, padding: 0}}>
                  {parts.map((part) => (
                    <li key={part.start}>
                      <Badge tone="caution">
                        {part.text} ({kinds[part.kind]})
                      </Badge>
                    </li>
                  ))}
                </Flex>
                <Marked text={text} parts={parts} />
              </Stack>
            </Card>
          )}
        </Stack>
        <Flex as="label" gap={3} align="center">
          <Checkbox
            checked={isConfirmed}
            disabled={parts.length > 0}
            onChange={({currentTarget}) => setIsConfirmed(currentTarget.checked)}
          />
          <Text size={1}>I have removed everything personal</Text>
        </Flex>
        <Flex gap={2} justify="flex-end">
          <Button text="Cancel" mode="ghost" onClick={onClose} />
          <Button text="Make the draft" tone="primary" disabled={!isReady || isBusy} onClick={() => void make()} />
        </Flex>
      </Stack>
    </Dialog>
  )
}

/** The text with what was found in it marked. */
function Marked({text, parts}: {text: string; parts: readonly PersonalPart[]}) {
  const pieces = parts.flatMap((part, at) => [
    text.slice(parts[at - 1]?.end ?? 0, part.start),
    <mark key={part.start}>{part.text}</mark>,
  ])
  return (
    <Text size={1} muted style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}}>
      {pieces}
      {text.slice(parts.at(-1)?.end ?? 0)}
    </Text>
  )
}
