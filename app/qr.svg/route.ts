import {answerQr} from '../qr/answer'

// The home page's address is known only when the site runs.
export const dynamic = 'force-dynamic'

export const GET = answerQr
