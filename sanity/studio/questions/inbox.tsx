/** The inbox of somebody who may read it: states with counts, a list, and the question that is open. */
import {Box, Button, Card, Flex, Stack, Text, useMediaIndex} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useCallback, useEffect, useRef, useState} from 'react'
import {useRouter} from 'sanity/router'
import {type EnquiryState, enquiryStates} from '@/lib/enquiries/enquiry'
import {Reference, type Remark, type Standing} from '@/lib/enquiries/inbox-shape'
import {type InboxApi, InboxError} from './inbox-api'
import {InboxBar} from './inbox-bar'
import {type Place, sentenceOf, useInbox} from './inbox-state'
import {InsightsView} from './insights-view'
import {QuestionList} from './question-list'
import {QuestionView} from './question-view'

/** From this index of the Studio's widths on, list and question stand side by side. */
const wide = 3

type InboxProps = {api: InboxApi; first: Standing}

export function Inbox({api, first}: InboxProps) {
  const router = useRouter()
  const reference = Reference.safeParse(router.state.reference).data ?? null
  const isWide = useMediaIndex() >= wide
  // The Studio hands out another one now and then; nothing is opened anew for that.
  const toast = useRef(useToast())
  const [place, setPlace] = useState<Place>(() => ({is: 'state', state: firstState(first)}))
  const isByLink = useRef(reference !== null)
  const lastOpened = useRef(reference)
  const inbox = useInbox({api, first, place, reference}, ({state}) => {
    // Whoever comes by a link finds the list in which the question stands.
    if (isByLink.current) setPlace({is: 'state', state})
    isByLink.current = false
  })
  const {standing, isAway, rows, problem, opened, missing, refresh, setOpened} = inbox

  useEffect(() => {
    if (reference !== null) lastOpened.current = reference
  }, [reference])

  const tell = useCallback((error: unknown) => {
    if (error instanceof InboxError && error.isRefusal) return
    toast.current.push({status: 'error', title: sentenceOf(error), id: 'questions'})
  }, [])
  const open = useCallback((next: string | null) => router.navigate(next === null ? {} : {reference: next}), [router])
  const go = (next: Place) => {
    setPlace(next)
    if (reference !== null) open(null)
  }
  const lookAgain = () => void refresh().catch(tell)

  const list =
    problem === null ? (
      <QuestionList
        found={rows}
        isSearch={place.is === 'search'}
        now={standing.now}
        chosen={reference}
        lastOpened={lastOpened.current}
        onOpen={open}
      />
    ) : (
      <Hint text={problem} onAgain={lookAgain} />
    )
  const question =
    reference === null ? (
      <Hint text="Choose a question on the left to read it." />
    ) : missing !== null ? (
      <Hint text={missing} />
    ) : (
      <QuestionView
        key={reference}
        api={api}
        me={standing.me}
        question={opened?.reference === reference ? opened : null}
        onBack={() => open(null)}
        onChange={(changed) => {
          setOpened(changed)
          lookAgain()
        }}
        onDeleted={() => {
          open(null)
          lookAgain()
        }}
        onError={tell}
      />
    )
  return (
    <Card as="main" height="fill" sizing="border" overflow="hidden">
      <Flex direction="column" height="fill">
        <Remarks remarks={isAway ? [...standing.remarks, away] : standing.remarks} />
        <InboxBar standing={standing} place={place} api={api} onGo={go} onError={tell} />
        <Flex flex={1} style={{minHeight: 0}} id="questions-panel" role="tabpanel" aria-label="Questions">
          {place.is === 'insights' ? (
            <Box flex={1} overflow="auto">
              <InsightsView api={api} onError={tell} />
            </Box>
          ) : (
            <>
              {(isWide || reference === null) && (
                <Card borderRight={isWide} overflow="auto" style={isWide ? {width: '24rem', flex: 'none'} : {flex: 1}}>
                  {list}
                </Card>
              )}
              {(isWide || reference !== null) && (
                <Box flex={1} overflow="auto" style={{minWidth: 0}}>
                  {question}
                </Box>
              )}
            </>
          )}
        </Flex>
      </Flex>
    </Card>
  )
}

const firstState = ({counts}: Standing): EnquiryState =>
  enquiryStates.find((state) => state !== 'answered' && state !== 'held' && counts[state] > 0) ?? 'new'

const away: Remark = {tone: 'caution', text: 'The website does not answer just now. This list may be out of date.'}

const Remarks = ({remarks}: {remarks: readonly Remark[]}) => (
  <>
    {remarks.map(({tone, text}) => (
      <Card key={text} tone={tone} padding={3} borderBottom role="status">
        <Text size={1}>{text}</Text>
      </Card>
    ))}
  </>
)

const Hint = ({text, onAgain}: {text: string; onAgain?: () => void}) => (
  <Stack padding={5} gap={4} role="status">
    <Text muted>{text}</Text>
    {onAgain && (
      <Box>
        <Button text="Try again" mode="ghost" onClick={onAgain} />
      </Box>
    )}
  </Stack>
)
