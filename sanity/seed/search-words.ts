/** Words that mean the same to patients of a pain clinic. What pages are "also known as" counts by itself. */
import type {Language} from '../vocabulary.ts'
import type {SeedDocument} from './build.ts'

const searchWords = (language: Language, groups: readonly string[][]): SeedDocument => ({
  _id: `searchWords-${language}`,
  _type: 'searchWords',
  language,
  groups: groups.map((words, index) => ({_type: 'searchGroup', _key: `group-${index + 1}`, words})),
  sample: true,
})

const english = searchWords('en', [
  ['slipped disc', 'herniated disk', 'bulging disk', 'ruptured disk', 'prolapsed disk', 'disk hernia'],
  ['frozen shoulder', 'adhesive capsulitis', 'stiff shoulder'],
  ['radiofrequency ablation', 'RFA', 'nerve burning', 'nerve ablation', 'rhizotomy', 'burn the nerve'],
  ['shot', 'injection', 'jab', 'needle'],
  ['cortisone', 'steroid', 'corticosteroid'],
  ['epidural', 'ESI', 'epidural steroid injection', 'spinal injection'],
  ['physical therapy', 'PT', 'physio', 'physiotherapy', 'rehab'],
  ['postherpetic neuralgia', 'shingles pain', 'pain after shingles', 'PHN', 'zoster pain'],
  ['shingles', 'herpes zoster', 'zoster'],
  ['sciatica', 'pinched nerve in back', 'sciatic nerve pain', 'leg pain from back', 'radiculopathy'],
  ['arthritis', 'osteoarthritis', 'wear and tear', 'degenerative joint disease'],
  ['neuropathy', 'nerve pain', 'nerve damage', 'pins and needles', 'tingling feet'],
  ['spinal stenosis', 'narrowing of the spine', 'narrow spinal canal'],
  ['SI joint', 'sacroiliac joint'],
  ['migraine', 'bad headache', 'sick headache'],
  ['back pain', 'backache', 'lumbago', 'bad back', 'sore back'],
  ['neck pain', 'stiff neck', 'sore neck', 'cervicalgia'],
  ['spinal cord stimulation', 'SCS', 'pain implant', 'nerve stimulator', 'spinal cord stimulator'],
  ['nerve block', 'medial branch block', 'test block', 'facet injection'],
  ['trigger point', 'muscle knot'],
  ['opioid', 'narcotic', 'oxycodone', 'strong painkiller'],
  ['painkiller', 'pain medicine', 'pain medication', 'pain reliever', 'pain pill'],
  ['doctor', 'physician', 'provider'],
  ['talk therapy', 'cognitive behavioral therapy', 'CBT', 'counseling'],
  ['appointment', 'booking', 'schedule a visit'],
  ['insurance', 'coverage', 'Medicare', 'copay'],
  ['opening hours', 'open today', 'office hours'],
  ['MRI', 'scan', 'imaging', 'X-ray'],
  ['exercise', 'workout', 'stretch'],
])

const spanish = searchWords('es', [
  ['hernia de disco', 'hernia discal', 'disco herniado', 'disco desplazado', 'disco salido', 'disco abultado'],
  ['ciática', 'nervio ciático', 'dolor del nervio ciático', 'nervio pinzado'],
  ['dolor de espalda', 'lumbalgia', 'lumbago', 'dolor de cintura', 'dolor lumbar'],
  ['dolor de cuello', 'cervicalgia', 'tortícolis', 'cuello tieso'],
  ['hombro congelado', 'capsulitis adhesiva', 'hombro rígido'],
  ['inyección', 'infiltración', 'bloqueo', 'vacuna para el dolor'],
  ['ablación por radiofrecuencia', 'radiofrecuencia', 'quemar el nervio'],
  ['fisioterapia', 'terapia física', 'rehabilitación'],
  ['dolor después de la culebrilla', 'neuralgia posherpética', 'dolor del herpes zóster'],
  ['culebrilla', 'herpes zóster'],
  ['artritis', 'artrosis', 'desgaste de la articulación'],
  ['neuropatía', 'dolor de los nervios', 'hormigueo'],
  ['migraña', 'jaqueca'],
  ['cita', 'turno', 'consulta'],
  ['seguro', 'cobertura', 'Medicare'],
])

export const searchWordsDocuments = [english, spanish]
