/** The questions and facts that the Spanish pages show. Figures and sources are those of the English ones. */
import {fact, faq} from '../build.ts'

export const faqs = [
  faq({
    language: 'es',
    translationOf: 'sciatica-how-long',
    slug: 'cuanto-dura-la-ciatica',
    question: '¿Cuánto dura la ciática?',
    answer: `
      La mayoría se siente mucho mejor en 4 a 6 semanas. En algunas personas tarda unos meses. Si la pierna se debilita, o el
      dolor no cede en unas semanas, venga a vernos.`,
    sources: ['nhs-inform-sciatica'],
  }),
  faq({
    language: 'es',
    translationOf: 'sciatica-bed-rest',
    slug: 'ciatica-reposo-en-cama',
    question: '¿Debo quedarme en cama si tengo ciática?',
    answer: `
      No. Un día tranquilo está bien, pero mucho reposo en cama retrasa la mejoría. Caminar un poco y moverse con suavidad es
      seguro, aunque moleste.`,
  }),
  faq({
    language: 'es',
    translationOf: 'need-a-scan',
    slug: 'necesito-una-resonancia',
    question: '¿Necesito una resonancia magnética?',
    answer: `
      La mayoría no la necesita. Las imágenes muchas veces muestran desgaste que no causa dolor. La pedimos si hay señales de
      alarma, o si usted no mejora como se espera. También hace falta antes de una cirugía y de algunas inyecciones.`,
    sources: ['acp-low-back-pain-guideline'],
  }),
  faq({
    language: 'es',
    translationOf: 'epidural-hurt',
    slug: 'inyeccion-epidural-duele',
    question: '¿Duele una inyección epidural de esteroides?',
    answer: `
      Siente un piquete cuando adormecemos la piel, y después sobre todo presión. Algunas personas sienten por un momento su
      dolor de siempre en la pierna. Avísenos en cualquier momento e iremos más despacio.`,
  }),
  faq({
    language: 'es',
    translationOf: 'exercise-worn-knee',
    slug: 'ejercicio-y-rodilla-gastada',
    question: '¿El ejercicio gastará más rápido mi rodilla?',
    answer: `
      No. El ejercicio adecuado hace más fuerte la rodilla y con el tiempo duele menos. Una molestia leve durante el ejercicio
      está bien si pasa para el día siguiente.`,
    sources: ['cochrane-knee-exercise'],
  }),
  faq({
    language: 'es',
    translationOf: 'weight-and-knees',
    slug: 'peso-y-rodillas',
    question: '¿Bajar de peso ayuda a mis rodillas?',
    answer: `
      Sí, si tiene peso de más. Cada libra menos quita varias libras de carga a la rodilla en cada paso. El ejercicio y bajar
      de peso juntos ayudan más que uno solo.`,
  }),
  faq({
    language: 'es',
    translationOf: 'steroid-shots-per-year',
    slug: 'inyecciones-de-esteroides-por-ano',
    question: '¿Cuántas inyecciones de esteroides puedo recibir en un año?',
    answer: `
      Pocas, con unos 3 meses entre una y otra. Demasiadas pueden dañar el cartílago, subir el azúcar en la sangre y debilitar
      los huesos. Si una inyección no ayudó, no la seguimos repitiendo.`,
    sources: ['knee-steroid-review'],
  }),
  faq({
    language: 'es',
    translationOf: 'therapy-how-many-visits',
    slug: 'cuantas-visitas-de-terapia',
    question: '¿Cuántas visitas de terapia física necesito?',
    answer: `
      La mayoría tiene de 6 a 12 visitas en 2 o 3 meses. Lo que usted hace en casa entre una visita y otra importa más que el
      número.`,
  }),
]

const checked = {checkedOn: '2026-11-23'}

export const facts = [
  fact({
    language: 'es',
    translationOf: 'disks-shrink-6-in-10',
    slug: '6-de-cada-10-hernias',
    statement: 'En unas 6 de cada 10 personas tratadas sin cirugía, la hernia de disco se hizo más pequeña.',
    detail:
      'Una revisión de 38 estudios siguió a 2,219 personas. En el 63% una imagen posterior mostró una hernia más pequeña.',
    figure: {value: '6 de 10', label: 'personas tuvieron una hernia más pequeña sin cirugía'},
    sources: ['disk-regression-review'],
    population: 'Personas con una hernia de disco dolorosa en la parte baja de la espalda',
    year: 2020,
    ...checked,
  }),
  fact({
    language: 'es',
    translationOf: 'exercise-eases-knee-pain',
    slug: 'el-ejercicio-alivia-la-rodilla',
    statement: 'El ejercicio alivió el dolor de la artritis de rodilla en 44 estudios vistos en conjunto.',
    detail:
      'Al terminar un programa de ejercicio, el dolor era unos 12 puntos menor en una escala de 100 que sin ejercicio.',
    figure: {value: '12 puntos', label: 'menos dolor de rodilla en una escala de 100'},
    sources: ['cochrane-knee-exercise'],
    population: 'Adultos con osteoartritis de rodilla en 44 estudios',
    year: 2015,
    ...checked,
  }),
  fact({
    language: 'es',
    translationOf: 'arthritis-1-in-5',
    slug: 'artritis-1-de-cada-5',
    statement: 'A cerca de 1 de cada 5 adultos en Estados Unidos le han dicho que tiene artritis.',
    detail: 'De 2019 a 2021 fue el 21.2% de los adultos, es decir, 53.2 millones de personas.',
    figure: {value: '1 de cada 5', label: 'adultos tiene artritis'},
    sources: ['cdc-arthritis'],
    population: 'Adultos de 18 años o más en Estados Unidos',
    year: 2021,
    ...checked,
  }),
]
