/** The answer: by the staff's own mail program or phone, with a text that staff have saved. Nothing is sent from here. */
import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import {Box, Button, Card, Flex, Heading, Select, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import type {Opened} from '@/lib/enquiries/inbox-shape'
import {callLink, mailLink} from '@/lib/enquiries/reply-link'
import {useReplyTexts} from './reply-texts'

type ReplyProps = {question: Opened; isBusy: boolean; onAnswered: () => void}

export function Reply({question, isBusy, onAnswered}: ReplyProps) {
  const {asked, state} = question
  const saved = useReplyTexts(asked.language)
  // Nothing of a text gets into a call.
  const texts = asked.way === 'email' ? saved : []
  const [chosen, setChosen] = useState('')
  const text = texts.find(({key}) => key === chosen)?.text ?? ''
  const link = asked.way === 'email' ? mailLink(asked, text) : callLink(asked.phone)
  return (
    <Stack as="section" aria-label="Answer" gap={3}>
      <Heading as="h2" size={1}>
        Answer
      </Heading>
      {asked.way === 'email' && !asked.unencryptedReplyIsFine && (
        <Card tone="caution" padding={3} radius={2} border>
          <Text size={1}>
            The patient does not want health matters in ordinary e-mail. Ask for a call, or write by your patient
            portal.
          </Text>
        </Card>
      )}
      {texts.length > 0 && (
        <Box style={{maxWidth: '24rem'}}>
          <Select
            aria-label="Saved text for the reply"
            value={chosen}
            onChange={({currentTarget}) => setChosen(currentTarget.value)}
          >
            <option value="">Without a saved text</option>
            {texts.map(({key, title}) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </Select>
        </Box>
      )}
      {text !== '' && (
        <Card padding={3} radius={2} tone="transparent" border>
          <Text size={1} lang={asked.language} style={{whiteSpace: 'pre-wrap'}}>
            {text}
          </Text>
        </Card>
      )}
      <Flex gap={2} wrap="wrap">
        {link === null ? (
          <Text size={1}>
            {asked.way === 'email' ? 'The e-mail address' : 'The number'} cannot be used as it stands:{' '}
            <bdi>{asked.way === 'email' ? asked.email : asked.phone}</bdi>
          </Text>
        ) : (
          <Button
            as="a"
            href={link}
            icon={asked.way === 'email' ? EnvelopeIcon : MobileDeviceIcon}
            text={asked.way === 'email' ? 'Write an e-mail' : `Call ${asked.phone}`}
            tone="primary"
          />
        )}
        {state !== 'answered' && (
          <Button icon={CheckmarkIcon} text="Mark as answered" mode="ghost" disabled={isBusy} onClick={onAnswered} />
        )}
      </Flex>
    </Stack>
  )
}
