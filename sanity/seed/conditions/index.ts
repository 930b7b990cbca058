import {backPainPage} from './back-pain.ts'
import {herniatedDisk} from './herniated-disk.ts'
import {kneeOsteoarthritis} from './knee-osteoarthritis.ts'
import {migraine} from './migraine.ts'
import {neckPain} from './neck-pain.ts'
import {nervePain} from './nerve-pain.ts'
import {sacroiliacJointPain} from './sacroiliac-joint-pain.ts'
import {sciatica} from './sciatica.ts'
import {shinglesPain} from './shingles-pain.ts'
import {shoulderPain} from './shoulder-pain.ts'
import {spinalStenosis} from './spinal-stenosis.ts'

/** Every condition, and the fact and questions that belong to the customer's own page. */
export const conditions = [
  ...backPainPage,
  sciatica,
  herniatedDisk,
  spinalStenosis,
  sacroiliacJointPain,
  neckPain,
  shoulderPain,
  kneeOsteoarthritis,
  migraine,
  shinglesPain,
  nervePain,
]
