/** `GET /api/enquiries/inbox/list?state=new`: one line for each question in a state, without what it asks. */
import {listQuestions} from '@/lib/enquiries/inbox'
import {State} from '@/lib/enquiries/inbox-shape'
import {answer, fromAddress, inbox} from '../door'

export const GET = inbox(async ({request, desk}) => {
  const state = fromAddress(new URL(request.url).searchParams.get('state'), State)
  return answer(await listQuestions(desk, state))
})
