/** `GET /api/enquiries/inbox`: who asks, how many questions there are, and what staff have to know. Opens nothing. */
import {standingOf} from '@/lib/enquiries/inbox'
import {answer, inbox} from './door'
import {remarks} from './remarks'

export const GET = inbox(async ({desk}) =>
  answer({
    ...standingOf(desk),
    me: {id: desk.actor.id, name: desk.actor.name},
    now: desk.now,
    remarks: remarks(desk),
  }),
)
