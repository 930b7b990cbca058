/** One question: `GET` opens it, `POST` changes one thing about it. */
import {changeQuestion, openQuestion} from '@/lib/enquiries/inbox'
import {Change, Reference} from '@/lib/enquiries/inbox-shape'
import {answer, bodyOf, fromAddress, inbox, notThere} from '../../door'

type Context = {params: Promise<{reference: string}>}

const referenceIn = async ({params}: Context): Promise<string> => fromAddress((await params).reference, Reference)

export const GET = inbox(async ({desk}, context: Context) => {
  const question = await openQuestion(desk, await referenceIn(context))
  if (!question) throw notThere()
  return answer(question)
})

export const POST = inbox(async ({request, desk}, context: Context) => {
  const reference = await referenceIn(context)
  const question = await changeQuestion(desk, reference, await bodyOf(request, Change))
  if (!question) throw notThere()
  return answer(question)
})
