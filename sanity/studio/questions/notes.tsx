/** What staff tell each other about a question. Sealed with it; the patient can ask for it. */
import {Box, Button, Card, Heading, Stack, Text, TextArea} from '@sanity/ui'
import {useState} from 'react'
import {longestNote, type Opened} from '@/lib/enquiries/inbox-shape'
import {moment} from './wording'

type NotesProps = {
  notes: Opened['handling']['notes']
  isBusy: boolean
  /** Answers whether it was kept. */
  onAdd: (note: string) => Promise<boolean>
}

export function Notes({notes, isBusy, onAdd}: NotesProps) {
  const [text, setText] = useState('')
  return (
    <Stack as="section" aria-label="Notes" gap={3}>
      <Heading as="h2" size={1}>
        Notes
      </Heading>
      {notes.map((note) => (
        <Card key={`${note.at} ${note.by}`} padding={3} radius={2} border>
          <Stack gap={3}>
            <Text size={1} muted>
              {note.by} · {moment(note.at)}
            </Text>
            <Text size={1} style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}}>
              {note.text}
            </Text>
          </Stack>
        </Card>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void onAdd(text).then((isKept) => isKept && setText(''))
        }}
      >
        <Stack gap={2}>
          <TextArea
            aria-label="New note"
            rows={2}
            placeholder="For your colleagues. The patient may ask to see it."
            value={text}
            maxLength={longestNote}
            autoComplete="off"
            onChange={({currentTarget}) => setText(currentTarget.value)}
          />
          <Box>
            <Button type="submit" text="Add note" mode="ghost" disabled={isBusy || text.trim() === ''} />
          </Box>
        </Stack>
      </form>
    </Stack>
  )
}
