/**
 * The clinic's places and people in Spanish. Address, phone and hours are the English documents': a translation has them
 * so that its form is whole, and the website reads them from the original.
 */
import {inSpanish, person, picture, type SeedDocument} from '../build.ts'
import {locations as english} from '../locations.ts'

const holidays: Record<string, string> = {'2026-12-25': 'Navidad', '2027-01-01': 'Año Nuevo'}

function place(slug: string, original: string, words: Record<string, unknown>): SeedDocument {
  const document = english.find(({_id}) => _id === `location-${original}`)
  if (!document) throw new Error(`The sample clinic has no location "${original}" to translate.`)
  const days = Array.isArray(document.specialHours) ? document.specialHours : []
  return inSpanish(document, slug, {
    ...words,
    specialHours: days.map((day: {date: string}) => ({...day, note: holidays[day.date]})),
  })
}

export const locations = [
  place('clinica-principal', 'main-clinic', {
    title: 'Clínica principal',
    directions: 'La clínica es el edificio bajo de ladrillo frente a la biblioteca. El autobús 7 para en la puerta.',
    parking: 'Estacionamiento gratis detrás del edificio, con cuatro espacios accesibles junto a la rampa.',
    access:
      'Entrada sin escalones, puertas automáticas, elevador y un baño accesible en cada piso. Las camillas se pueden bajar. Los animales de servicio son bienvenidos. Pida un intérprete de señas o de su idioma; es gratis.',
    languagesSpoken: ['Inglés', 'Español'],
    insurance: ['Medicare', 'Medicaid', 'La mayoría de los planes privados (llámenos para saber del suyo)'],
    image: picture('location-main', 'Dibujo de un edificio bajo con una rampa y árboles'),
  }),
  place('consultorio-riverside', 'riverside', {
    title: 'Consultorio Riverside',
    directions: 'Planta baja del edificio médico, a pocos pasos de la estación Riverside.',
    parking: 'Garaje de pago al lado. Le validamos el boleto.',
    access: 'Sin escalones desde el garaje y la calle. Baño accesible. Hay una silla de ruedas en la recepción.',
    languagesSpoken: ['Inglés'],
    insurance: ['Medicare', 'La mayoría de los planes privados (llámenos para saber del suyo)'],
    image: picture('location-riverside', 'Dibujo de un edificio pequeño junto a un río'),
  }),
]

export const people = [
  person({
    language: 'es',
    translationOf: 'sample-physician',
    slug: 'medico-de-muestra',
    name: 'Sample Physician',
    role: 'Especialista en medicina del dolor',
    photo: picture('person-physician', 'Dibujo sencillo de una persona con estetoscopio'),
    bio: `
      Esta es una entrada de muestra. Enseña cómo se verá en el sitio un médico de su clínica.

      Escriba aquí dos o tres párrafos cortos: qué trata esta persona, cómo trabaja con los pacientes y dónde se formó.`,
    specialties: ['Dolor de espalda y cuello', 'Dolor de los nervios', 'Inyecciones guiadas por imagen'],
    languagesSpoken: ['Inglés', 'Español'],
    locations: ['es-clinica-principal', 'es-consultorio-riverside'],
    treatments: ['es-inyeccion-en-la-rodilla', 'epidural-steroid-injection', 'radiofrequency-ablation'],
    acceptsNewPatients: true,
  }),
  person({
    language: 'es',
    translationOf: 'sample-physical-therapist',
    slug: 'terapeuta-de-muestra',
    name: 'Sample Physical Therapist',
    role: 'Terapeuta físico',
    photo: picture('person-therapist', 'Dibujo sencillo de una persona con camisa polo'),
    bio: `
      Esta es una entrada de muestra de una persona del equipo de terapia.

      A los pacientes les gusta saber a quién van a ver. Cuente en una o dos frases amables cómo es la primera visita.`,
    specialties: ['Ejercicio para el dolor de espalda y rodilla', 'Ritmo de actividad', 'TENS'],
    languagesSpoken: ['Inglés'],
    locations: ['es-clinica-principal'],
    treatments: ['es-terapia-fisica', 'pacing', 'tens'],
    acceptsNewPatients: true,
  }),
]
