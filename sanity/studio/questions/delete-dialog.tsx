/** Deleting is final, so it is asked twice. */
import {Button, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'

type DeleteDialogProps = {reference: string; onClose: () => void; onDelete: () => Promise<void>}

export function DeleteDialog({reference, onClose, onDelete}: DeleteDialogProps) {
  const [isBusy, setIsBusy] = useState(false)
  return (
    <Dialog id="questions-delete" header="Delete this question?" width={0} onClose={onClose}>
      <Stack padding={4} gap={4}>
        <Text>
          Question {reference} and its notes are gone for good. Nobody can bring them back. That it was deleted, and by
          whom, stays written down.
        </Text>
        <Flex gap={2} justify="flex-end">
          <Button text="Keep it" mode="ghost" onClick={onClose} />
          <Button
            text="Delete for good"
            tone="critical"
            disabled={isBusy}
            onClick={() => {
              setIsBusy(true)
              void onDelete()
            }}
          />
        </Flex>
      </Stack>
    </Dialog>
  )
}
