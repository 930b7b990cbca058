/** `POST …/delete`: removes one question for good, where the body names it a second time. */
import {deleteQuestion} from '@/lib/enquiries/inbox'
import {Deletion, Reference} from '@/lib/enquiries/inbox-shape'
import {answer, bodyOf, fromAddress, InboxRefusal, inbox, notThere} from '../../../door'

type Context = {params: Promise<{reference: string}>}

export const POST = inbox(async ({request, desk}, {params}: Context) => {
  const reference = fromAddress((await params).reference, Reference)
  const {confirm} = await bodyOf(request, Deletion)
  if (confirm !== reference)
    throw new InboxRefusal(400, 'The confirmation names another question. Nothing was deleted.')
  if (!deleteQuestion(desk, reference)) throw notThere()
  return answer({deleted: reference})
})
