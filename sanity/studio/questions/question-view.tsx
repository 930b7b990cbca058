/** One question, opened: what was asked and by whom, how to answer, and everything that is done with it. */
import {ArrowLeftIcon} from '@sanity/icons/ArrowLeft'
import {Box, Button, Card, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {type ReactNode, useEffect, useRef, useState} from 'react'
import type {Change, Opened} from '@/lib/enquiries/inbox-shape'
import {safeHref} from '@/lib/safe-href'
import {Actions} from './actions'
import {Flags} from './flags'
import type {InboxApi} from './inbox-api'
import {Notes} from './notes'
import {Reply} from './reply'
import {moment, stateTitles, step} from './wording'

type QuestionViewProps = {
  api: InboxApi
  me: {id: string; name: string}
  /** Null while it is being opened. */
  question: Opened | null
  onBack: () => void
  onChange: (question: Opened) => void
  onDeleted: () => void
  onError: (error: unknown) => void
}

export function QuestionView({api, me, question, onBack, onChange, onDeleted, onError}: QuestionViewProps) {
  const [isBusy, setIsBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const reference = question?.reference

  // Whoever opened it with a key reads on here.
  useEffect(() => {
    if (reference) heading.current?.focus()
  }, [reference])

  if (!question) {
    return (
      <Flex padding={5} justify="center" role="status" aria-label="Opening the question">
        <Spinner muted />
      </Flex>
    )
  }
  const change = async (...changes: Change[]): Promise<boolean> => {
    setIsBusy(true)
    try {
      let latest = question
      for (const one of changes) latest = await api.change(question.reference, one)
      onChange(latest)
      return true
    } catch (error) {
      onError(error)
      return false
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Stack
      as="article"
      aria-label={`Question ${question.reference}`}
      padding={4}
      gap={5}
      style={{maxWidth: '46rem'}}
      onKeyDown={({key, target, currentTarget}) => {
        // Not from a dialog, nor out of a note that somebody writes.
        const isHere =
          target instanceof Element && currentTarget.contains(target) && !target.matches('textarea, select')
        if (key === 'Escape' && isHere) onBack()
      }}
    >
      <Stack gap={4}>
        <Box>
          <Button icon={ArrowLeftIcon} text="Back to the list" mode="bleed" padding={2} onClick={onBack} />
        </Box>
        <Flex gap={3} align="center" wrap="wrap">
          <Heading as="h1" size={2} ref={heading} tabIndex={-1} style={{outline: 'none'}}>
            <bdi>{question.asked.name}</bdi>
          </Heading>
          <Text size={1} muted>
            {question.reference} · {stateTitles[question.state]} · came {moment(question.receivedAt)}
          </Text>
          <Flags flags={question.flags} />
        </Flex>
        {question.flags.length > 0 && <Urgent />}
      </Stack>
      <Asked question={question} />
      <Reply question={question} isBusy={isBusy} onAnswered={() => void change({state: 'answered'})} />
      <Actions
        api={api}
        me={me}
        question={question}
        isBusy={isBusy}
        change={change}
        onDeleted={onDeleted}
        onError={onError}
      />
      <Notes notes={question.handling.notes} isBusy={isBusy} onAdd={(note) => change({note})} />
      <Trail question={question} />
    </Stack>
  )
}

/** Words are found, not understood: a person reads on and decides. */
const Urgent = () => (
  <Card tone="critical" padding={3} radius={2} border>
    <Text size={1}>
      This question has words that may mean that help cannot wait. Read it now. If it may be an emergency, call the
      patient at once.
    </Text>
  </Card>
)

function Asked({question: {asked}}: {question: Opened}) {
  const page = asked.page?.startsWith('/') ? safeHref(asked.page) : null
  return (
    <Stack gap={4}>
      <Card padding={4} radius={2} border>
        <Text
          lang={asked.language}
          dir="auto"
          data-testid="question-text"
          style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}}
        >
          {asked.question}
        </Text>
      </Card>
      <dl style={{margin: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '.75rem 1.25rem'}}>
        <Fact term="Answer by">{asked.way === 'email' ? asked.email : asked.phone}</Fact>
        <Fact term="When">{asked.when || 'Any time'}</Fact>
        <Fact term="Unencrypted reply">
          {asked.unencryptedReplyIsFine
            ? 'Fine with the patient'
            : 'Not wanted: write nothing about health in an e-mail or text message'}
        </Fact>
        <Fact term="Language">{asked.language === 'es' ? 'Spanish' : 'English'}</Fact>
        <Fact term="Asked from">
          {page ? (
            <a href={page} target="_blank" rel="noopener noreferrer">
              {page}
            </a>
          ) : (
            'Not known'
          )}
        </Fact>
      </dl>
    </Stack>
  )
}

const Fact = ({term, children}: {term: string; children: ReactNode}) => (
  <>
    <Text as="dt" size={1} muted>
      {term}
    </Text>
    <Text as="dd" size={1} style={{margin: 0, overflowWrap: 'anywhere'}}>
      <bdi>{children}</bdi>
    </Text>
  </>
)

const Trail = ({question: {trail}}: {question: Opened}) => (
  <details>
    <summary style={{cursor: 'pointer'}}>
      <Text as="span" size={1} muted style={{display: 'inline-block'}}>
        Who opened and changed it
      </Text>
    </summary>
    <Stack as="ul" gap={3} paddingTop={3} style={{listStyle: 'none', margin: 0, paddingLeft: 0}}>
      {trail.map(({at, by, action, detail}) => (
        <Text as="li" size={1} key={`${at} ${by} ${action} ${detail}`}>
          {moment(at)} · {by} {step(action, detail)}
        </Text>
      ))}
    </Stack>
  </details>
)
