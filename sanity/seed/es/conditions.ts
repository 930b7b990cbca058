/** Two of the sample conditions in Spanish, in our own words. No qualified translator has checked them. */
import {condition, picture, urgentHelp} from '../build.ts'
import {advice, callout, prose, table} from '../prose.ts'

const sciatica = condition({
  language: 'es',
  translationOf: 'sciatica',
  slug: 'ciatica',
  title: 'Ciática',
  alsoKnownAs: ['Dolor del nervio ciático', 'Nervio pinzado en la parte baja de la espalda'],
  bodyRegions: ['lowerBack', 'buttock', 'leg'],
  summary:
    'La ciática es un dolor que baja desde la espalda o la nalga por una pierna. Aparece cuando un nervio de la parte baja de la espalda está apretado o irritado. Casi todos mejoran en unas semanas, sin cirugía. Moverse con suavidad ayuda más que quedarse en cama.',
  image: picture(
    'sciatica',
    'Dibujo de una persona de espaldas con una línea de dolor desde la cintura por una pierna',
  ),
  urgentHelp: [
    urgentHelp(
      'emergency',
      [
        'problemas nuevos para orinar, o no siente cuándo necesita ir al baño',
        'pérdida de control de la orina o de las heces',
        'entumecimiento entre las piernas, en los genitales o alrededor del ano',
        'debilidad repentina, o que crece rápido, en una o en las dos piernas',
        'dolor muy fuerte después de una caída, un choque u otra lesión',
      ],
      'es',
    ),
    urgentHelp(
      'urgent',
      [
        'tiene fiebre o escalofríos junto con el dolor',
        'arrastra el pie, o la pierna le falla',
        'ha tenido cáncer y este dolor es nuevo',
        'tiene las defensas bajas o toma pastillas de esteroides',
        'el dolor empeora sin parar, aun cuando está quieto',
      ],
      'es',
    ),
    urgentHelp(
      'routine',
      [
        'el dolor no cede después de 2 o 3 semanas de cuidados en casa',
        'el dolor no le deja dormir o trabajar',
        'ya tuvo ciática antes y ha vuelto',
      ],
      'es',
    ),
  ],
  sections: {
    overview: `
      El nervio ciático es el más largo del cuerpo. Sale de la parte baja de la espalda, pasa por la nalga y baja por detrás
      de la pierna. Si algo aprieta o irrita sus raíces, usted lo siente en todo su recorrido.

      El dolor puede ser fuerte, pero casi nunca deja un daño para siempre. Los nervios sanan despacio, y la mayoría sana
      bien.`,
    symptoms: `
      - Dolor como una descarga o un ardor que baja de la espalda o la nalga por una pierna
      - Hormigueo en la pierna o el pie
      - Zonas dormidas en la pierna o el pie
      - Dolor que empeora al toser, estornudar, agacharse o estar mucho tiempo sentado

      Muchas veces la pierna duele más que la espalda.`,
    causes: `
      La causa más común es una [hernia de disco](ref:condition-herniated-disk). El disco es un cojín blando entre dos huesos
      de la columna. Cuando sobresale, puede apretar un nervio. Un canal más estrecho en la columna, llamado
      [estenosis espinal](ref:condition-spinal-stenosis), puede hacer lo mismo.

      A veces la causa es un músculo tenso en la nalga, una articulación o hinchazón alrededor del nervio.`,
    diagnosis: `
      Le preguntamos por su dolor y vemos cómo siente, se mueve y camina. La mayoría no necesita una imagen. Pedimos una
      resonancia magnética si hay señales de alarma, o si el resultado cambiaría su tratamiento.`,
    treatment: `
      El tiempo y el movimiento ayudan a casi todos. Si no bastan, hablamos con usted sobre estas opciones:

      - [Terapia física](ref:treatment-es-terapia-fisica) para que siga en movimiento y fortalezca la espalda
      - [Medicinas para el dolor](ref:treatment-pain-medicines), solo por el tiempo que las necesite
      - Una [inyección epidural de esteroides](ref:treatment-epidural-steroid-injection) para calmar el nervio

      Pocas personas necesitan cirugía. Le enviaremos a un cirujano si la pierna se debilita o si nada más ayuda.`,
    selfCare: prose(
      'Moverse con suavidad es seguro, aunque moleste un poco.',
      advice('do', [
        'siga con sus actividades de siempre hasta donde pueda',
        'camine trechos cortos y aumente un poco cada día',
        'pruebe calor o frío durante 15 minutos a la vez',
        'acuéstese de lado con una almohada entre las rodillas',
      ]),
      advice('dont', [
        'quedarse en cama varios días',
        'estar sentado más de 30 minutos sin una pausa',
        'poner calor o hielo sobre piel dormida',
      ]),
    ),
    outlook: prose(
      callout(
        'info',
        'Casi todos mejoran',
        'La ciática suele ceder en 4 a 6 semanas. En algunas personas tarda unos meses. Puede volver, así que mantenga fuerte la espalda.',
      ),
    ),
    whenToGetHelp: `
      La ciática rara vez es peligrosa. Sí lo es la presión sobre los nervios de la vejiga y los intestinos, y hay que
      tratarla en pocas horas. La tarjeta roja al inicio de esta página muestra las señales. Si tiene dudas, llame.`,
  },
  facts: ['es-6-de-cada-10-hernias'],
  faqs: [
    'es-cuanto-dura-la-ciatica',
    'es-ciatica-reposo-en-cama',
    'es-inyeccion-epidural-duele',
    'es-necesito-una-resonancia',
  ],
  treatments: ['es-terapia-fisica', 'epidural-steroid-injection', 'pain-medicines', 'pacing'],
  relatedConditions: ['es-osteoartritis-de-rodilla', 'herniated-disk', 'spinal-stenosis'],
  sources: ['medlineplus-ciatica', 'nhs-inform-sciatica', 'cauda-equina-review', 'acp-low-back-pain-guideline'],
  icd10: ['M54.3'],
})

const kneeOsteoarthritis = condition({
  language: 'es',
  translationOf: 'knee-osteoarthritis',
  slug: 'osteoartritis-de-rodilla',
  title: 'Osteoartritis de rodilla',
  alsoKnownAs: ['Artrosis de rodilla', 'Desgaste de la rodilla'],
  bodyRegions: ['knee'],
  summary:
    'La osteoartritis de rodilla es un desgaste de la articulación que causa dolor y rigidez. Es común a partir de la mediana edad. El ejercicio es el tratamiento con mejores pruebas, y es seguro para las rodillas gastadas. También hay cremas, inyecciones y otros cuidados.',
  image: picture(
    'knee-osteoarthritis',
    'Dibujo de una rodilla vista de frente con el espacio gastado de la articulación marcado',
  ),
  urgentHelp: [
    urgentHelp(
      'emergency',
      [
        'una rodilla deformada después de una lesión',
        'una pierna que se puso fría, pálida o azul',
        'una pierna hinchada y con dolor, junto con dolor de pecho o falta de aire',
      ],
      'es',
    ),
    urgentHelp(
      'urgent',
      [
        'la rodilla está caliente, roja e hinchada, o tiene fiebre',
        'no puede apoyar la pierna',
        'la rodilla se traba y no se estira',
        'la pantorrilla está hinchada, caliente y le duele',
      ],
      'es',
    ),
    urgentHelp(
      'routine',
      [
        'la rodilla le duele desde hace varias semanas',
        'el dolor le despierta de noche o no le deja caminar',
        'a veces la rodilla le falla',
      ],
      'es',
    ),
  ],
  sections: {
    overview: `
      Las puntas de los huesos están cubiertas por un tejido liso y firme que se llama cartílago. En la osteoartritis, esa
      cubierta se vuelve más delgada y áspera, y toda la articulación reacciona. Es el tipo más común de artritis.

      Lo que muestra una radiografía y lo que usted siente pueden ser muy distintos. Una rodilla que se ve gastada puede
      doler muy poco.`,
    symptoms: `
      - Dolor al caminar, subir escaleras o levantarse de una silla
      - Rigidez en la mañana que pasa en menos de media hora
      - Una rodilla que cruje
      - Hinchazón después de un día activo
      - Sensación de que la rodilla va a fallar`,
    causes: `
      No hay una sola causa. Influyen la edad, la familia, las lesiones viejas y el trabajo pesado. El peso también cuenta:
      cada libra de más agrega varias libras de carga a la rodilla en cada paso.`,
    diagnosis: `
      Vemos cómo se mueve la rodilla y dónde le duele. Para la mayoría de las personas mayores de 45 años, eso basta. Una
      radiografía puede ayudar si algo no encaja.`,
    treatment: prose(
      'Empezamos con lo que más ayuda y menos daño hace.',
      table('Tratamientos para la osteoartritis de rodilla', [
        ['Tratamiento', 'Qué esperar'],
        ['Ejercicio y terapia física', 'Menos dolor y mejor movimiento, muchas veces en 6 a 8 semanas'],
        ['Bajar de peso, si tiene peso de más', 'Menos carga en la rodilla; hasta 10 libras ayudan'],
        ['Cremas o pastillas para el dolor', 'Algo de alivio; las cremas tienen menos efectos secundarios'],
        ['Inyección de esteroides', 'Alivio por unas semanas cuando la rodilla se inflama'],
        ['Reemplazo de rodilla', 'Para rodillas que siguen con mucho dolor después de todo esto'],
      ]),
      `Lea más sobre la [terapia física](ref:treatment-es-terapia-fisica) y la
       [inyección en la rodilla](ref:treatment-es-inyeccion-en-la-rodilla).`,
    ),
    selfCare: prose(
      advice('do', [
        'camine, nade o ande en bicicleta casi todos los días',
        'fortalezca los músculos del muslo',
        'use un bastón en la mano del otro lado cuando le duela la rodilla',
        'use zapatos blandos y planos',
      ]),
      advice('dont', [
        'dejar de moverse porque la rodilla duele un poco',
        'estar mucho tiempo de rodillas o en cuclillas',
        'tomar más pastillas de las que dice la etiqueta',
      ]),
    ),
    whenToGetHelp: `
      Una rodilla caliente, roja e hinchada, con fiebre, puede tener una infección. No espere: llámenos el mismo día, o vaya
      a una sala de emergencias si estamos cerrados.`,
  },
  facts: ['es-el-ejercicio-alivia-la-rodilla', 'es-artritis-1-de-cada-5'],
  faqs: ['es-ejercicio-y-rodilla-gastada', 'es-inyecciones-de-esteroides-por-ano', 'es-peso-y-rodillas'],
  treatments: ['es-terapia-fisica', 'es-inyeccion-en-la-rodilla', 'pain-medicines', 'tens', 'pacing'],
  relatedConditions: ['es-ciatica', 'shoulder-pain', 'nerve-pain'],
  sources: ['medlineplus-osteoartritis', 'cochrane-knee-exercise', 'knee-steroid-review', 'cdc-arthritis'],
  icd10: ['M17'],
})

export const conditions = [sciatica, kneeOsteoarthritis]
