/** What the inbox shows: counts, the list of the place, the question that is open; looked at again while somebody looks. */
import {useCallback, useEffect, useRef, useState} from 'react'
import type {EnquiryState} from '@/lib/enquiries/enquiry'
import type {Opened, Row, Rows, Standing} from '@/lib/enquiries/inbox-shape'
import {type InboxApi, InboxError} from './inbox-api'

/** How often it is looked whether something came in. Milliseconds. */
const every = 30_000

/** What is looked at: a state, what a search found, or the numbers. */
export type Place =
  | {readonly is: 'state'; readonly state: EnquiryState}
  | {readonly is: 'search'; readonly words: string}
  | {readonly is: 'insights'}

type Asked = {api: InboxApi; first: Standing; place: Place; reference: string | null}

const none: Rows = {rows: [], unreadable: 0}

/** @param onOpened hears of every question that was opened */
export function useInbox({api, first, place, reference}: Asked, onOpened: (question: Opened) => void) {
  const [standing, setStanding] = useState(first)
  const [isAway, setIsAway] = useState(false)
  const [rows, setRows] = useState<Rows | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const listener = useRef(onOpened)
  listener.current = onOpened

  const loadRows = useCallback(async () => {
    if (place.is === 'state') return api.list(place.state)
    return place.is === 'search' ? api.search(place.words) : none
  }, [api, place])

  useEffect(() => {
    let isWanted = true
    setRows(null)
    setProblem(null)
    loadRows().then(
      (found) => isWanted && setRows(found),
      (error: unknown) => isWanted && setProblem(sentenceOf(error)),
    )
    return () => {
      isWanted = false
    }
  }, [loadRows])

  const refresh = useCallback(async () => {
    const [now, found] = await Promise.all([api.standing(), loadRows()])
    setStanding(now)
    setProblem(null)
    setRows(found)
  }, [api, loadRows])

  // Gently: only while somebody looks, and the lists only when something happened.
  useEffect(() => {
    let isWanted = true
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        const now = await api.standing()
        const found = now.mark !== standing.mark && place.is === 'state' ? await loadRows() : null
        if (!isWanted) return
        setIsAway(false)
        setStanding(now)
        if (found) setRows(found)
      } catch {
        if (isWanted) setIsAway(true)
      }
    }
    const timer = setInterval(() => void look(), every)
    return () => {
      isWanted = false
      clearInterval(timer)
    }
  }, [api, loadRows, place, standing.mark])

  useEffect(() => {
    let isWanted = true
    setOpened(null)
    setMissing(null)
    if (reference === null) return
    api.open(reference).then(
      (question) => {
        if (!isWanted) return
        setOpened(question)
        setRows((before) => before && withOpened(before, question))
        listener.current(question)
      },
      (error: unknown) => isWanted && setMissing(sentenceOf(error)),
    )
    return () => {
      isWanted = false
    }
  }, [api, reference])

  return {standing, isAway, rows, problem, opened, missing, refresh, setOpened}
}

export const sentenceOf = (error: unknown): string =>
  error instanceof InboxError ? error.message : 'This did not work. Try again in a moment.'

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
