/** `POST /api/enquiries/inbox/person`: everything that is kept of whoever has this address or number, as a file. */
import {exportPerson} from '@/lib/enquiries/inbox'
import {PersonAsked} from '@/lib/enquiries/inbox-shape'
import {bodyOf, file, InboxRefusal, inbox} from '../door'

export const POST = inbox(async ({request, desk}) => {
  const {contact} = await bodyOf(request, PersonAsked)
  const found = await exportPerson(desk, contact)
  if (found.questions.length === 0) {
    throw new InboxRefusal(404, 'No question of anybody with this e-mail address or phone number is kept.')
  }
  return file(JSON.stringify(found, null, 2), 'application/json', 'questions-of-one-person.json')
})
