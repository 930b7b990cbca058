/** `GET …/export`: everything that is kept of one question, as a file. */
import {exportQuestion} from '@/lib/enquiries/inbox'
import {Reference} from '@/lib/enquiries/inbox-shape'
import {file, fromAddress, inbox, notThere} from '../../../door'

type Context = {params: Promise<{reference: string}>}

export const GET = inbox(async ({desk}, {params}: Context) => {
  const reference = fromAddress((await params).reference, Reference)
  const question = await exportQuestion(desk, reference)
  if (!question) throw notThere()
  return file(JSON.stringify(question, null, 2), 'application/json', `question-${reference}.json`)
})
