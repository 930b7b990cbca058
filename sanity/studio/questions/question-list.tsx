/** The list: one line for each question, by the arrow keys too. What it asks is not shown: reading it is written down. */
import {Badge, Box, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {type KeyboardEvent, useEffect, useRef} from 'react'
import type {Row, Rows} from '@/lib/enquiries/inbox-shape'
import {Flags} from './flags'
import {age, stateTitles} from './wording'

type QuestionListProps = {
  /** Null while they are being opened. */
  found: Rows | null
  isSearch: boolean
  now: number
  chosen: string | null
  /** Gets the focus when the list is shown again. */
  lastOpened: string | null
  onOpen: (reference: string) => void
}

export function QuestionList({found, isSearch, now, chosen, lastOpened, onOpen}: QuestionListProps) {
  const list = useRef<HTMLUListElement>(null)
  const before = useRef(chosen)

  // Whoever closes a question goes on where it stood.
  useEffect(() => {
    if (before.current !== null && chosen === null && lastOpened !== null) {
      list.current?.querySelector<HTMLElement>(`[data-reference="${lastOpened}"]`)?.focus()
    }
    before.current = chosen
  }, [chosen, lastOpened])

  if (found === null) {
    return (
      <Flex padding={5} justify="center" role="status" aria-label="Opening the list">
        <Spinner muted />
      </Flex>
    )
  }
  const {rows, unreadable} = found
  if (rows.length === 0 && unreadable === 0) {
    return (
      <Box padding={5} role="status">
        <Text muted size={1}>
          {isSearch ? 'No question has these words.' : 'Nothing here.'}
        </Text>
      </Box>
    )
  }
  return (
    <>
      {unreadable > 0 && <Unreadable count={unreadable} />}
      <ul ref={list} aria-label="Questions" onKeyDown={moveFocus} style={{listStyle: 'none', margin: 0, padding: 8}}>
        {rows.map((row) => (
          <li key={row.reference} style={{marginBottom: 4}}>
            <Card
              as="button"
              type="button"
              data-reference={row.reference}
              style={{width: '100%', ...(row.reference === chosen && chosenMark)}}
              padding={3}
              radius={2}
              border={row.reference === chosen}
              aria-current={row.reference === chosen ? 'true' : undefined}
              tone={
                row.flags.length > 0 && !isDone(row) ? 'critical' : row.reference === chosen ? 'primary' : 'default'
              }
              onClick={() => onOpen(row.reference)}
            >
              <Line row={row} now={now} showsState={isSearch} />
            </Card>
          </li>
        ))}
      </ul>
    </>
  )
}

const Unreadable = ({count}: {count: number}) => (
  <Card tone="critical" padding={3} margin={2} radius={2} border role="status">
    <Text size={1}>
      {count === 1 ? 'One more question' : `${count} more questions`} cannot be opened with the keys of this server.
      Tell whoever runs the website: “npm run doctor” says which.
    </Text>
  </Card>
)

/** A bar at the edge: colors alone say nothing to some. */
const chosenMark = {boxShadow: 'inset 4px 0 0 var(--card-focus-ring-color)'}

const isDone = ({state}: Row): boolean => state === 'answered' || state === 'held'

function Line({row, now, showsState}: {row: Row; now: number; showsState: boolean}) {
  const {name, page, assignee, noteCount, openedAt, receivedAt, reference, state, spamScore} = row
  const about = [page ?? 'Page not known', assignee ? `with ${assignee.name}` : '', notes(noteCount)].filter(Boolean)
  return (
    <Stack gap={3}>
      <Flex gap={2} align="center">
        <Box flex={1} style={{minWidth: 0}}>
          <Text size={1} weight={openedAt === null ? 'bold' : 'regular'} textOverflow="ellipsis">
            <bdi>{name}</bdi>
          </Text>
        </Box>
        <Text size={1} muted>
          {age(receivedAt, now)}
        </Text>
      </Flex>
      <Text size={1} muted textOverflow="ellipsis">
        {about.join(' · ')}
      </Text>
      <Flex gap={2} align="center" wrap="wrap">
        <Text size={0} muted>
          {reference}
        </Text>
        {openedAt === null && <Badge tone="primary">Unread</Badge>}
        {showsState && <Badge>{stateTitles[state]}</Badge>}
        {row.language === 'es' && <Badge>Spanish</Badge>}
        {state === 'held' && <Badge tone="caution">Spam score {Math.round(spamScore)}</Badge>}
        <Flags flags={row.flags} />
      </Flex>
    </Stack>
  )
}

const notes = (count: number): string => (count === 0 ? '' : count === 1 ? '1 note' : `${count} notes`)

/** Up and down, first and last; Tab goes through them as well. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const buttons: readonly ((Element & {focus?: () => void}) | null)[] = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('[data-reference]'),
  ]
  const at = buttons.indexOf(document.activeElement)
  const next = {ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: buttons.length - 1}[event.key]
  if (next === undefined) return
  event.preventDefault()
  buttons[next]?.focus?.()
}
