/**
 * Warning signs that several spine pages share.
 *
 * Trouble with bladder or bowel, numbness between the legs and weak legs together may mean pressure on the nerves at
 * the end of the spinal cord (cauda equina syndrome), which needs surgery within hours. The list follows
 * `source-cauda-equina-review`.
 */
export const spineEmergency = [
  'new trouble passing urine, or you cannot feel when you need to go',
  'loss of control of your bladder or bowels',
  'numbness between your legs, around your genitals, or around your bottom',
  'sudden or fast-growing weakness in one or both legs',
  'severe pain after a fall, a car crash, or another injury',
]

export const spineUrgent = [
  'you have a fever or chills with the pain',
  'your foot drags, or your leg gives way',
  'you have had cancer, and this pain is new',
  'your immune system is weak, or you take steroid pills',
  'the pain keeps getting worse, even when you lie still',
]
