import {cognitiveBehavioralTherapy} from './cognitive-behavioral-therapy.ts'
import {epiduralSteroidInjection} from './epidural-steroid-injection.ts'
import {kneeJointInjection} from './knee-joint-injection.ts'
import {medialBranchBlock} from './medial-branch-block.ts'
import {pacing} from './pacing.ts'
import {painMedicines} from './pain-medicines.ts'
import {physicalTherapy} from './physical-therapy.ts'
import {radiofrequencyAblation} from './radiofrequency-ablation.ts'
import {sacroiliacJointInjection} from './sacroiliac-joint-injection.ts'
import {spinalCordStimulation} from './spinal-cord-stimulation.ts'
import {tens} from './tens.ts'
import {triggerPointInjection} from './trigger-point-injection.ts'

export const treatments = [
  physicalTherapy,
  pacing,
  cognitiveBehavioralTherapy,
  painMedicines,
  triggerPointInjection,
  epiduralSteroidInjection,
  medialBranchBlock,
  radiofrequencyAblation,
  sacroiliacJointInjection,
  kneeJointInjection,
  tens,
  spinalCordStimulation,
]
