/** About us, and the notices, in Spanish. What is not here (consumer health data) stays in English at the bottom of pages. */
import {page} from '../build.ts'
import {offersOfHelp} from '../pages/language-assistance.ts'
import {callout, prose} from '../prose.ts'

const draft = callout(
  'important',
  'Texto de muestra: cámbielo antes de publicar el sitio',
  'Este texto no es un consejo legal. Su abogado tiene que cambiarlo o aprobarlo.',
)

const about = page({
  language: 'es',
  translationOf: 'about',
  slug: 'quienes-somos',
  title: 'Quiénes somos',
  summary: 'Quiénes somos, cómo trabajamos y qué puede esperar de su primera visita a la clínica de muestra.',
  body: prose(
    callout(
      'important',
      'Esta es una clínica de muestra',
      'Maple Hollow Pain Clinic no existe. Sus páginas muestran cómo puede verse y leerse el sitio de una clínica.',
    ),
    `
    Ayudamos a las personas con dolor a vivir mejor. Buscamos la causa y explicamos lo que vemos con palabras sencillas.
    Empezamos con el tratamiento más simple que pueda funcionar.

    ### Cómo trabajamos

    1. **Escuchamos.** Su primera visita dura más o menos una hora.
    2. **Examinamos.** Pedimos pruebas solo si cambian lo que haremos.
    3. **Planeamos con usted.** Le explicamos las opciones, con sus ventajas y riesgos.
    4. **Damos seguimiento.** Si algo no ayuda, lo cambiamos.

    ### Su primera visita

    Por favor traiga:

    - La lista de sus medicinas, también las que compra sin receta
    - Imágenes e informes, si los tiene
    - Su tarjeta del seguro y una identificación con foto
    - Alguien de confianza, si quiere

    Lea sobre la [terapia física](ref:treatment-es-terapia-fisica), o venga a la
    [clínica principal](ref:location-es-clinica-principal).

    ### Cómo escribimos estas páginas

    Usamos fuentes públicas y las nombramos al final de cada página. Cada página dice cuándo la revisó un profesional de la
    salud. Las páginas de muestra dicen que nadie las ha revisado.`,
  ),
})

const nondiscrimination = page({
  language: 'es',
  translationOf: 'nondiscrimination',
  slug: 'no-discriminacion',
  title: 'Aviso de no discriminación',
  legalNotice: 'nondiscrimination',
  summary:
    'Tratamos a todos con justicia. Aquí está lo que prometemos, qué ayuda es gratis y cómo quejarse si fallamos.',
  body: prose(
    draft,
    `
    Maple Hollow Pain Clinic cumple las leyes federales de derechos civiles. No tratamos peor a nadie por su raza, color,
    origen nacional, edad, discapacidad o sexo. El origen nacional incluye el idioma que habla y cuánto inglés sabe.

    ### Ayuda gratis para personas con discapacidad

    - Intérpretes de lengua de señas
    - Letra grande, audio y otros formatos que le sirvan
    - Cambios en la forma de atenderle, para que reciba la misma atención

    ### Ayuda gratis en su idioma

    - Intérpretes capacitados
    - Documentos en su idioma

    Vea la [ayuda gratis en su idioma](ref:page-es-ayuda-en-su-idioma), o llámenos. Si necesita ayuda, avísenos antes de su
    visita para estar listos.

    ### Si no le tratamos con justicia

    Díganos. Puede llamar, escribir o hablar en la recepción. Si quiere, le ayudamos a escribir su queja.

    Coordinador de Derechos Civiles (muestra), 120 Maple Hollow Road, Anytown, PA 19000. Teléfono: (215) 555-0142.

    También puede quejarse ante el gobierno. Use el sitio de la
    [Oficina de Derechos Civiles](https://ocrportal.hhs.gov/ocr/), o escriba a:

    U.S. Department of Health and Human Services, 200 Independence Avenue SW, Room 509F, HHH Building, Washington, DC
    20201. Teléfono: 1-800-368-1019, o 1-800-537-7697 para TDD.

    Nadie aquí puede castigarle por una queja.`,
  ),
})

const languageAssistance = page({
  language: 'es',
  translationOf: 'language-assistance',
  slug: 'ayuda-en-su-idioma',
  title: 'Ayuda gratis en su idioma',
  legalNotice: 'languageAssistance',
  summary:
    'Los intérpretes, los documentos en su idioma, la letra grande y otras ayudas son gratis. Busque su idioma abajo.',
  body: prose(
    callout(
      'important',
      'Texto de muestra: cámbielo antes de publicar el sitio',
      'Ningún traductor calificado ha revisado estos textos. La ley federal pide inglés y los 15 idiomas que más hablan en su estado las personas que saben poco inglés. Su abogado puede decirle cuáles son.',
    ),
    'No tiene que traer a un amigo ni a un niño para que interprete. Tenemos personas capacitadas para eso.',
    ...offersOfHelp,
  ),
})

const privacyPractices = page({
  language: 'es',
  translationOf: 'privacy-practices',
  slug: 'practicas-de-privacidad',
  title: 'Aviso de prácticas de privacidad',
  legalNotice: 'privacyPractices',
  summary: 'Cómo podemos usar y compartir su historia clínica, y cuáles son sus derechos.',
  body: prose(
    callout(
      'important',
      'Un esquema: ponga aquí su propio aviso',
      'Una ley federal llamada HIPAA dice qué debe tener este aviso. Este esquema muestra dónde va cada parte. No es un aviso. Su abogado tiene que aprobar el suyo.',
    ),
    `
    Este aviso le dice cómo se puede usar y compartir su información de salud. También le dice cómo verla. Por favor léalo con
    cuidado.

    ### Sus derechos

    - Ver su historia clínica o recibir una copia
    - Pedirnos que la corrijamos
    - Pedirnos que le contactemos de forma privada, por ejemplo en el trabajo
    - Pedirnos que limitemos lo que usamos o compartimos
    - Recibir una lista de con quién la compartimos
    - Recibir este aviso en papel
    - Elegir a alguien que actúe por usted
    - Quejarse, sin que eso le perjudique

    ### Sus opciones

    Puede decirnos qué compartir con su familia y con otras personas que le ayudan. Necesitamos su permiso por escrito para
    vender su información o usarla en anuncios.

    ### Cómo la usamos y compartimos

    - Para atenderle
    - Para dirigir la clínica
    - Para cobrarle a usted y a su seguro
    - Cuando la ley lo pide, por ejemplo por la salud y la seguridad de todos

    ### Lo que debemos hacer

    Debemos mantener segura y privada su información. Debemos avisarle si algo la pone en riesgo. Debemos cumplir este aviso
    y darle una copia.

    ### Preguntas y quejas

    Llame a nuestro encargado de privacidad (muestra) al (215) 555-0142. También puede quejarse ante la
    [Oficina de Derechos Civiles](https://www.hhs.gov/hipaa/filing-a-complaint/index.html). Nadie aquí puede castigarle por
    eso.

    Este aviso entró en vigor el: (fecha).`,
  ),
})

const websitePrivacy = page({
  language: 'es',
  translationOf: 'privacy',
  slug: 'privacidad',
  title: 'Privacidad de este sitio web',
  legalNotice: 'websitePrivacy',
  summary: 'Qué sabe de usted este sitio web, qué hace con eso y qué no toca.',
  body: prose(
    draft,
    `
    Puede leer todas las páginas sin decirnos quién es.

    ### Lo que no hacemos

    - No ponemos cookies cuando lee nuestras páginas.
    - No guardamos una lista de quién lee qué página.
    - No mostramos anuncios ni usamos rastreo de otras empresas.
    - No cargamos nada de otras empresas: las letras y las imágenes vienen de nuestro propio servidor.

    ### Lo que ve nuestro servidor

    Como todo servidor, el nuestro ve la dirección de su aparato mientras le envía una página. El sitio web no la guarda. La
    empresa que maneja el servidor puede guardarla unos días para frenar ataques.

    ### Enlaces a otros sitios

    Algunos enlaces llevan a otros sitios, como un mapa o la fuente de un dato. Ellos tienen sus propias reglas de privacidad.
    No les decimos de qué página viene usted.

    ### Cuando comparte una página

    Los botones para compartir son enlaces simples. La otra empresa se entera solo después de que usted elige uno. Piense
    quién verá que compartió una página sobre su salud.

    ### Cuando nos llama o nos escribe

    Por favor no envíe detalles de su salud por correo electrónico. Llámenos, o díganos en su visita.

    ### Su historia clínica

    Una ley federal llamada HIPAA protege su historia clínica. Nuestro
    [aviso de prácticas de privacidad](ref:page-es-practicas-de-privacidad) le dice cómo la usamos y cuáles son sus
    derechos.`,
  ),
})

const accessibility = page({
  language: 'es',
  translationOf: 'accessibility',
  slug: 'accesibilidad',
  title: 'Declaración de accesibilidad',
  legalNotice: 'accessibility',
  summary: 'Cómo hacemos que este sitio y la clínica sirvan para todos, y cómo avisarnos si fallamos.',
  body: prose(
    draft,
    `
    Queremos que todas las personas puedan usar este sitio y la clínica.

    ### Este sitio web

    Nuestra meta son las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA. Usted debe poder:

    - usar cada página solo con el teclado
    - leerla con un lector de pantalla
    - hacer la letra dos veces más grande sin perder nada
    - usarla con colores claros u oscuros
    - leerla con JavaScript apagado

    Probamos cada tipo de página con programas antes de cada versión. Ninguna prueba encuentra todo, así que necesitamos su
    ayuda.

    ### Nuestra clínica

    Las entradas no tienen escalones, y las camillas se pueden bajar. Los intérpretes, también de lengua de señas, son
    gratis. Díganos lo que necesita cuando pida su cita. Vea los detalles de la
    [clínica principal](ref:location-es-clinica-principal).

    ### Avísenos

    Si algo de este sitio no le funciona, llámenos al (215) 555-0142. Díganos la página y qué pasó. Le daremos la información
    de otra manera y arreglaremos la página.

    Si eso no ayuda, vea [cómo quejarse](ref:page-es-no-discriminacion).`,
  ),
})

export const pages = [about, nondiscrimination, languageAssistance, privacyPractices, websitePrivacy, accessibility]
