/** The inbox of somebody who may read it: states with counts, a list, and the question that is open. */
import {Box, Card, Flex, Stack, Text, useMediaIndex} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useCallback, useEffect, useRef, useState} from 'react'
import {useRouter} from 'sanity/router'
import {type EnquiryState, enquiryStates} from '@/lib/enquiries/enquiry'
import {type Opened, Reference, type Remark, type Row, type Rows, type Standing} from '@/lib/enquiries/inbox-shape'
import {type InboxApi, InboxError} from './inbox-api'
import {InboxBar, type Place} from './inbox-bar'
import {InsightsView} from './insights-view'
import {QuestionList} from './question-list'
import {QuestionView} from './question-view'

/** How often it is looked whether something came in, while somebody looks. Milliseconds. */
const every = 30_000

/** From this index of the Studio's widths on, list and question stand side by side. */
const wide = 3

type InboxProps = {api: InboxApi; first: Standing}

export function Inbox({api, first}: InboxProps) {
  const router = useRouter()
  const reference = Reference.safeParse(router.state.reference).data ?? null
  const toast = useToast()
  const isWide = useMediaIndex() >= wide
  const [standing, setStanding] = useState(first)
  const [isAway, setIsAway] = useState(false)
  const [place, setPlace] = useState<Place>(() => ({is: 'state', state: firstState(first)}))
  const [rows, setRows] = useState<Rows | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const isByLink = useRef(reference !== null)
  const lastOpened = useRef<string | null>(null)

  const tell = useCallback(
    (error: unknown) => {
      if (error instanceof InboxError && error.isRefusal) return
      const title = error instanceof InboxError ? error.message : 'This did not work. Try again in a moment.'
      toast.push({status: 'error', title, id: 'questions'})
    },
    [toast],
  )

  const loadRows = useCallback(async () => {
    if (place.is === 'state') return api.list(place.state)
    return place.is === 'search' ? api.search(place.words) : none
  }, [api, place])

  useEffect(() => {
    let isWanted = true
    setRows(null)
    loadRows().then((found) => isWanted && setRows(found), tell)
    return () => {
      isWanted = false
    }
  }, [loadRows, tell])

  const refresh = useCallback(async () => {
    const [now, found] = await Promise.all([api.standing(), loadRows()])
    setStanding(now)
    setRows(found)
  }, [api, loadRows])

  // Gently: only while somebody looks, and the lists only when something happened.
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        const now = await api.standing()
        setIsAway(false)
        setStanding(now)
        if (now.mark !== standing.mark && place.is === 'state') setRows(await loadRows())
      } catch (error) {
        if (!(error instanceof InboxError && error.isRefusal)) setIsAway(true)
      }
    }
    const timer = setInterval(() => void look(), every)
    return () => clearInterval(timer)
  }, [api, loadRows, place, standing.mark])

  useEffect(() => {
    let isWanted = true
    setOpened(null)
    setMissing(null)
    if (reference === null) return
    lastOpened.current = reference
    api.open(reference).then(
      (question) => {
        if (!isWanted) return
        setOpened(question)
        // Whoever comes by a link finds the list in which the question stands.
        if (isByLink.current) setPlace({is: 'state', state: question.state})
        isByLink.current = false
        setRows((before) => before && withOpened(before, question))
      },
      (error: unknown) => {
        if (isWanted && error instanceof InboxError && error.status === 404) setMissing(error.message)
        else tell(error)
      },
    )
    return () => {
      isWanted = false
    }
  }, [api, reference, tell])

  const open = useCallback((next: string | null) => router.navigate(next === null ? {} : {reference: next}), [router])
  const go = useCallback(
    (next: Place) => {
      setPlace(next)
      if (reference !== null) open(null)
    },
    [open, reference],
  )

  const showsList = place.is !== 'insights' && (isWide || reference === null)
  const showsQuestion = place.is !== 'insights' && (isWide || reference !== null)
  return (
    <Card height="fill" sizing="border" overflow="hidden">
      <Flex direction="column" height="fill">
        <Remarks remarks={isAway ? [...standing.remarks, away] : standing.remarks} />
        <InboxBar standing={standing} place={place} api={api} onGo={go} onError={tell} />
        {place.is === 'insights' ? (
          <Box flex={1} overflow="auto" id="questions-panel" role="tabpanel" aria-label="Insights">
            <InsightsView api={api} onError={tell} />
          </Box>
        ) : (
          <Flex flex={1} style={{minHeight: 0}} id="questions-panel" role="tabpanel" aria-label="Questions">
            {showsList && (
              <Card borderRight={isWide} overflow="auto" style={isWide ? {width: '24rem', flex: 'none'} : {flex: 1}}>
                <QuestionList
                  found={rows}
                  isSearch={place.is === 'search'}
                  now={standing.now}
                  chosen={reference}
                  lastOpened={lastOpened.current}
                  onOpen={open}
                />
              </Card>
            )}
            {showsQuestion && (
              <Box flex={1} overflow="auto" style={{minWidth: 0}}>
                {reference === null ? (
                  <Hint text="Choose a question on the left to read it." />
                ) : missing !== null ? (
                  <Hint text={missing} />
                ) : (
                  <QuestionView
                    key={reference}
                    api={api}
                    me={standing.me}
                    question={opened}
                    onBack={() => open(null)}
                    onChange={(question) => {
                      setOpened(question)
                      refresh().catch(tell)
                    }}
                    onDeleted={() => {
                      open(null)
                      refresh().catch(tell)
                    }}
                    onError={tell}
                  />
                )}
              </Box>
            )}
          </Flex>
        )}
      </Flex>
    </Card>
  )
}

const firstState = ({counts}: Standing): EnquiryState =>
  enquiryStates.find((state) => state !== 'answered' && state !== 'held' && counts[state] > 0) ?? 'new'

const none: Rows = {rows: [], unreadable: 0}

const withOpened = ({rows, unreadable}: Rows, question: Opened): Rows => ({
  rows: rows.map((row) => (row.reference === question.reference ? rowWith(row, question) : row)),
  unreadable,
})

const rowWith = (row: Row, {openedAt, state, handling}: Opened): Row => ({
  ...row,
  openedAt,
  state,
  assignee: handling.assignee,
  noteCount: handling.notes.length,
})

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

const Hint = ({text}: {text: string}) => (
  <Stack padding={5}>
    <Text muted>{text}</Text>
  </Stack>
)
