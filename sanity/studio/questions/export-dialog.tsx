/** Takes data out: a list as a table, or everything of one person who asked for it. */
import {Box, Button, Card, Dialog, Flex, Heading, Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'
import type {EnquiryState} from '@/lib/enquiries/enquiry'
import {type InboxApi, type InboxFile, saveFile} from './inbox-api'
import {stateTitles} from './wording'

type ExportDialogProps = {
  api: InboxApi
  state: EnquiryState
  onClose: () => void
  onError: (error: unknown) => void
}

export function ExportDialog({api, state, onClose, onError}: ExportDialogProps) {
  const [contact, setContact] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const save = async (ask: () => Promise<InboxFile>) => {
    setIsBusy(true)
    await ask().then(saveFile).catch(onError)
    setIsBusy(false)
  }
  return (
    <Dialog id="questions-export" header="Export" width={1} onClose={onClose} onClickOutside={onClose}>
      <Stack padding={4} gap={5}>
        <Card padding={3} radius={2} tone="caution" border>
          <Text size={1}>
            A file on your computer is not sealed, and not deleted when its time is over. Keep it where patients’ files
            are kept. Each export is written down with your name.
          </Text>
        </Card>
        <Stack gap={3}>
          <Heading as="h2" size={1}>
            Everything of one person
          </Heading>
          <Text size={1} muted>
            When a patient wants to know what you keep about them. All their questions, your notes, and who read them.
          </Text>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void save(() => api.exportPerson(contact))
            }}
          >
            <Flex gap={2}>
              <Box flex={1}>
                <TextInput
                  aria-label="E-mail address or phone number of the patient"
                  placeholder="E-mail address or phone number"
                  value={contact}
                  maxLength={254}
                  autoComplete="off"
                  onChange={({currentTarget}) => setContact(currentTarget.value)}
                />
              </Box>
              <Button type="submit" text="Save file" disabled={isBusy || contact.trim().length < 5} />
            </Flex>
          </form>
        </Stack>
        <Stack gap={3}>
          <Heading as="h2" size={1}>
            The list “{stateTitles[state]}” as a table
          </Heading>
          <Text size={1} muted>
            Opens in Excel and the like. It holds names and questions.
          </Text>
          <Box>
            <Button
              text="Save table"
              mode="ghost"
              disabled={isBusy}
              onClick={() => void save(() => api.table(state))}
            />
          </Box>
        </Stack>
      </Stack>
    </Dialog>
  )
}
