/** The treatments that the Spanish conditions lead to first. */
import {picture, treatment, urgentHelp} from '../build.ts'
import {callout, prose} from '../prose.ts'

const physicalTherapy = treatment({
  language: 'es',
  translationOf: 'physical-therapy',
  slug: 'terapia-fisica',
  title: 'Terapia física',
  alsoKnownAs: ['Fisioterapia', 'Ejercicio terapéutico'],
  kind: 'physicalTherapy',
  summary:
    'En la terapia física usted aprende ejercicios y formas de moverse que alivian el dolor y dan fuerza. Es una de las primeras opciones para el dolor de espalda, cuello y articulaciones. Un terapeuta hace un plan con usted, y sus ejercicios diarios lo mantienen.',
  atGlance: {
    duration: 'Unos 45 minutos la primera vez, después 30',
    recovery: 'Los músculos pueden doler un día',
  },
  image: picture('physical-therapy', 'Dibujo de una persona que estira un brazo sobre la cabeza en una colchoneta'),
  sections: {
    whatItIs: `
      Un terapeuta físico mira cómo se mueve usted y busca qué está rígido, débil o fuera de práctica. Juntos hacen un plan
      que cabe en su día. El tratamiento con las manos puede ayudar al principio. Después le ayudan sus propios ejercicios.`,
    whoItIsFor: `
      Casi todas las personas con dolor en los músculos, las articulaciones o la columna, a cualquier edad. También le
      prepara para un procedimiento y le ayuda después.`,
    before: `
      - Use ropa y zapatos cómodos para moverse.
      - Traiga la lista de sus medicinas y sus imágenes, si tiene.
      - Piense en algo que quiera volver a hacer, como caminar a la tienda.`,
    during: `
      La primera visita dura unos 45 minutos: preguntas, pruebas y sus primeros 2 o 3 ejercicios. Las otras visitas duran
      unos 30 minutos, una o dos veces por semana al principio.`,
    after: prose(
      'Haga sus ejercicios en casa, un poco cada día. Anote lo que hizo.',
      callout(
        'info',
        'Un poco de dolor muscular es normal',
        'Los músculos que vuelven a trabajar pueden doler un día. Si el dolor sigue claramente más fuerte, haga la mitad la próxima vez y avísenos.',
      ),
    ),
    risks: `
      La terapia física es muy segura. El dolor muscular es común en las primeras semanas.`,
    results: `
      La mayoría nota un cambio después de 4 a 6 semanas. Los estudios muestran que el ejercicio alivia el dolor de espalda y
      de rodilla, y ayuda a hacer más. Funciona mientras usted siga en movimiento.`,
  },
  faqs: ['es-cuantas-visitas-de-terapia', 'es-ejercicio-y-rodilla-gastada'],
  facts: ['es-el-ejercicio-alivia-la-rodilla'],
  sources: ['acp-low-back-pain-guideline', 'cochrane-knee-exercise'],
})

const afterInjection = [
  urgentHelp(
    'emergency',
    [
      'dificultad para respirar, o hinchazón de la cara o la garganta',
      'dolor de pecho o desmayo',
      'debilidad nueva en brazos o piernas, o pérdida de control de la orina o las heces',
      'dolor de cabeza muy fuerte con cuello rígido, confusión o pérdida de la vista',
    ],
    'es',
  ),
  urgentHelp(
    'urgent',
    [
      'tiene fiebre o escalofríos',
      'el lugar está rojo, caliente, hinchado o supura',
      'tiene un dolor de cabeza que empeora al sentarse o pararse',
      'una zona dormida nueva sigue así al día siguiente',
      'el dolor es mucho peor y no cede después de 2 días',
    ],
    'es',
  ),
]

const kneeInjection = treatment({
  language: 'es',
  translationOf: 'knee-joint-injection',
  slug: 'inyeccion-en-la-rodilla',
  title: 'Inyección en la rodilla',
  alsoKnownAs: ['Inyección de cortisona en la rodilla', 'Inyección de esteroides en la rodilla'],
  kind: 'injection',
  summary:
    'Una inyección de esteroides en la rodilla puede calmar por unas semanas un brote fuerte de artritis. No frena el desgaste, así que la usamos poco. También puede darle un descanso del dolor para empezar los ejercicios, que ayudan por más tiempo.',
  urgentHelp: afterInjection,
  atGlance: {
    duration: 'Uno o dos minutos para la inyección',
    numbing: 'Adormecemos la piel',
    recovery: 'Descanse la rodilla un día; puede caminar con suavidad',
  },
  sections: {
    whatItIs: `
      Ponemos un esteroide y una medicina que adormece dentro de la rodilla, con una aguja fina. Si la rodilla tiene mucho
      líquido, primero sacamos un poco.`,
    whoItIsFor: `
      Personas con [osteoartritis de rodilla](ref:condition-es-osteoartritis-de-rodilla) que tienen un brote, o que necesitan
      un descanso del dolor para empezar sus ejercicios.`,
    before: `
      - Díganos si toma anticoagulantes, o si tiene diabetes, alergias o alguna infección.
      - Díganos si piensa operarse la rodilla. Quizá haya que esperar con la inyección.`,
    during: `
      Usted se acuesta con la rodilla un poco doblada. Limpiamos y adormecemos la piel. La inyección dura uno o dos minutos.`,
    after: `
      Descanse la rodilla un día; puede caminar con suavidad. Puede doler más por 1 o 2 días antes de mejorar. Si tiene
      diabetes, mida su azúcar más seguido durante una semana.`,
    risks: `
      Puede haber dolor por uno o dos días, la cara roja, o una mancha clara en la piel. Una infección es rara pero grave.
      Llámenos el mismo día si la rodilla se pone caliente, roja y muy dolorosa. Los estudios sugieren que muchas inyecciones
      pueden adelgazar el cartílago.`,
    results: `
      El alivio suele durar unas semanas. Si una inyección no le ayudó, no la seguiremos repitiendo.`,
  },
  faqs: ['es-inyecciones-de-esteroides-por-ano', 'es-ejercicio-y-rodilla-gastada'],
  facts: ['es-el-ejercicio-alivia-la-rodilla'],
  sources: ['knee-steroid-review'],
})

export const treatments = [physicalTherapy, kneeInjection]
