/** What else can be done with a question: whose it is, where it stands, a public answer, a file, the end of it. */
import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {DownloadIcon} from '@sanity/icons/Download'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {TrashIcon} from '@sanity/icons/Trash'
import {Button, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useRouter} from 'sanity/router'
import type {EnquiryState} from '@/lib/enquiries/enquiry'
import type {Change, Opened} from '@/lib/enquiries/inbox-shape'
import {DeleteDialog} from './delete-dialog'
import {type InboxApi, saveFile} from './inbox-api'
import {PromoteDialog} from './promote-dialog'

type ActionsProps = {
  api: InboxApi
  me: {id: string; name: string}
  question: Opened
  isBusy: boolean
  change: (...changes: Change[]) => Promise<boolean>
  onDeleted: () => void
  onError: (error: unknown) => void
}

/** Where a question can go from each state, in words. "Answered" has its own button beside the reply. */
const moves: Record<EnquiryState, readonly {readonly to: EnquiryState; readonly text: string}[]> = {
  new: [
    {to: 'inProgress', text: 'Move to in progress'},
    {to: 'held', text: 'This is spam'},
  ],
  inProgress: [
    {to: 'new', text: 'Move back to new'},
    {to: 'held', text: 'This is spam'},
  ],
  answered: [{to: 'inProgress', text: 'Open again'}],
  held: [{to: 'new', text: 'Not spam: move to new'}],
}

export function Actions({api, me, question, isBusy, change, onDeleted, onError}: ActionsProps) {
  const router = useRouter()
  const [dialog, setDialog] = useState<'delete' | 'promote' | null>(null)
  const {reference, state, handling} = question
  const {assignee, promotedTo} = handling
  const isMine = assignee?.id === me.id
  const take: Change[] = [{assignTo: 'me'}, ...(state === 'new' ? [{state: 'inProgress'} as const] : [])]
  return (
    <Stack as="section" aria-label="What to do with it" gap={3}>
      <Heading as="h2" size={1}>
        What to do with it
      </Heading>
      <Flex gap={2} wrap="wrap" align="center">
        <Text size={1}>
          {assignee ? `${isMine ? 'You look' : `${assignee.name} looks`} after it.` : 'Nobody looks after it yet.'}
        </Text>
        {!isMine && <Button text="Assign to me" mode="ghost" disabled={isBusy} onClick={() => void change(...take)} />}
        {assignee && (
          <Button
            text={isMine ? 'Give it back' : `Take it from ${assignee.name}`}
            mode="ghost"
            disabled={isBusy}
            onClick={() => void change({assignTo: 'nobody'})}
          />
        )}
      </Flex>
      <Flex gap={2} wrap="wrap">
        {moves[state].map(({to, text}) => (
          <Button
            key={to}
            icon={ArrowRightIcon}
            text={text}
            mode="ghost"
            disabled={isBusy}
            onClick={() => void change({state: to})}
          />
        ))}
        <Button
          icon={HelpCircleIcon}
          text={promotedTo ? 'Open the FAQ made of it' : 'Make an FAQ of it'}
          mode="ghost"
          disabled={isBusy}
          onClick={() =>
            promotedTo ? router.navigateIntent('edit', {id: promotedTo, type: 'faq'}) : setDialog('promote')
          }
        />
        <Button
          icon={DownloadIcon}
          text="Save as a file"
          mode="ghost"
          disabled={isBusy}
          onClick={() => void api.exportOne(reference).then(saveFile).catch(onError)}
        />
        <Button
          icon={TrashIcon}
          text="Delete"
          mode="ghost"
          tone="critical"
          disabled={isBusy}
          onClick={() => setDialog('delete')}
        />
      </Flex>
      {dialog === 'delete' && (
        <DeleteDialog
          reference={reference}
          onClose={() => setDialog(null)}
          onDelete={() =>
            api.remove(reference).then(onDeleted, (error: unknown) => {
              setDialog(null)
              onError(error)
            })
          }
        />
      )}
      {dialog === 'promote' && (
        <PromoteDialog
          asked={question.asked}
          onClose={() => setDialog(null)}
          onMade={async (id) => {
            await change({promotedTo: id})
            router.navigateIntent('edit', {id, type: 'faq'})
          }}
        />
      )}
    </Stack>
  )
}
