/**
 * Who may read questions gets the inbox; everybody else one sentence. While it is locked nothing of it is drawn, so that
 * nothing of it is in memory; opening it again asks the server anew.
 */
import {LockIcon} from '@sanity/icons/Lock'
import {Box, Button, Card, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {type ReactNode, useCallback, useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import type {Standing} from '@/lib/enquiries/inbox-shape'
import {schemaApiVersion} from '@/sanity/schema/uniqueness'
import {Inbox} from './inbox'
import {InboxError, inboxApi} from './inbox-api'
import {useLock} from './lock'

type Phase =
  | {readonly is: 'asking'}
  | {readonly is: 'open'; readonly standing: Standing}
  | {readonly is: 'locked'}
  | {readonly is: 'shut'; readonly error: InboxError}

export function Gate() {
  const {token} = useClient({apiVersion: schemaApiVersion}).config()
  if (!token) {
    return (
      <Notice title="Sign in again">
        Your sign-in cannot be shown to the website. Sign out of the Studio and in again to read questions of patients.
      </Notice>
    )
  }
  // With another sign-in everything begins anew.
  return <Entrance key={token} token={token} />
}

function Entrance({token}: {token: string}) {
  const [phase, setPhase] = useState<Phase>({is: 'asking'})
  const [attempt, setAttempt] = useState(0)
  const api = useMemo(() => inboxApi(token, (error) => setPhase({is: 'shut', error})), [token])

  useEffect(() => {
    let isWanted = attempt >= 0
    api.standing().then(
      (standing) => isWanted && setPhase({is: 'open', standing}),
      (error: unknown) => isWanted && error instanceof InboxError && setPhase({is: 'shut', error}),
    )
    return () => {
      isWanted = false
    }
  }, [api, attempt])

  const again = useCallback(() => {
    setPhase({is: 'asking'})
    setAttempt((before) => before + 1)
  }, [])

  const lock = useCallback(() => setPhase({is: 'locked'}), [])
  useLock(phase.is === 'open', lock)

  if (phase.is === 'locked') return <Locked onUnlock={again} />
  if (phase.is === 'open') return <Inbox api={api} first={phase.standing} />
  if (phase.is === 'asking') {
    return (
      <Flex padding={5} justify="center" role="status" aria-label="Opening the questions">
        <Spinner muted />
      </Flex>
    )
  }
  if (phase.error.status === 403) return <Notice title="Questions of patients">{phase.error.message}</Notice>
  return (
    <Notice title="Questions cannot be shown" action={<Button text="Try again" mode="ghost" onClick={again} />}>
      {phase.error.message}
    </Notice>
  )
}

const Locked = ({onUnlock}: {onUnlock: () => void}) => (
  <Notice
    title="Locked"
    icon={<LockIcon />}
    action={<Button text="Show questions" tone="primary" autoFocus onClick={onUnlock} />}
  >
    Nobody was here for a while, so the questions are hidden. A note you had not saved is gone.
  </Notice>
)

type NoticeProps = {title: string; icon?: ReactNode; action?: ReactNode; children: ReactNode}

const Notice = ({title, icon, action, children}: NoticeProps) => (
  <Card as="main" height="fill" sizing="border" padding={5}>
    <Container width={1}>
      <Stack gap={4} role="status">
        <Heading as="h1" size={2}>
          {icon} {title}
        </Heading>
        <Text>{children}</Text>
        {action && <Box>{action}</Box>}
      </Stack>
    </Container>
  </Card>
)
