/** `GET /api/enquiries/inbox/table?state=answered`: the questions in a state as a table for a spreadsheet. */
import {exportAll} from '@/lib/enquiries/inbox'
import {State} from '@/lib/enquiries/inbox-shape'
import {tableOf} from '@/lib/enquiries/table'
import {file, fromAddress, inbox} from '../door'

export const GET = inbox(async ({request, desk}) => {
  const state = fromAddress(new URL(request.url).searchParams.get('state'), State)
  return file(tableOf(await exportAll(desk, state)), 'text/csv; charset=utf-8', `questions-${state}.csv`)
})
