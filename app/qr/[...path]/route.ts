import {answerQr} from '../answer'

// Which pages there are is known only when the site runs.
export const dynamic = 'force-dynamic'

export const GET = answerQr
