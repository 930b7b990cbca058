/** `POST /api/enquiries/inbox/search`: the words stand in the body, so that no address and no log holds them. */
import {searchQuestions} from '@/lib/enquiries/inbox'
import {Search} from '@/lib/enquiries/inbox-shape'
import {answer, bodyOf, inbox} from '../door'

export const POST = inbox(async ({request, desk}) => {
  const {words} = await bodyOf(request, Search)
  return answer(await searchQuestions(desk, words))
})
