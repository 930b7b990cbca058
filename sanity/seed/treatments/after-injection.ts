import {urgentHelp} from '../build.ts'

/** What to watch for in the days after any injection or nerve procedure. */
export const afterInjection = [
  urgentHelp('emergency', [
    'trouble breathing, or swelling of your face or throat',
    'chest pain or fainting',
    'new weakness in your arms or legs, or loss of control of your bladder or bowels',
    'a severe headache with a stiff neck, confusion, or loss of sight',
  ]),
  urgentHelp('urgent', [
    'you have a fever or chills',
    'the spot is red, hot, swollen, or leaking',
    'you have a headache that gets worse when you sit or stand up',
    'new numbness lasts longer than the rest of the day',
    'your pain is much worse and does not settle after 2 days',
  ]),
]
