/**
 * Words that somebody may type who needs help at once. A page of results is the wrong answer to them: what to do now is
 * shown above it. These few are always on; editors add their own. A word too many costs a glance, one too few may cost
 * more.
 */
import {type Language, languages} from '../language.ts'
import {distance} from './spelling.ts'
import {askedWords, rootOf} from './words.ts'

/** `emergency`: call 911. `crisis`: call or text 988. */
export const redFlagKinds = ['crisis', 'emergency'] as const
export type RedFlagKind = (typeof redFlagKinds)[number]

export type RedFlagWords = Readonly<Record<RedFlagKind, readonly string[]>>

/** Signs of the heart, the brain, breathing, squeezed nerves in the lower back, and overdose. */
const alwaysOn: Record<Language, RedFlagWords> = {
  en: {
    emergency: [
      'chest pain',
      'pain in my chest',
      'chest tightness',
      'heart attack',
      'stroke',
      'face drooping',
      'slurred speech',
      'cannot breathe',
      "can't breathe",
      'trouble breathing',
      'short of breath',
      'cannot feel legs',
      "can't feel legs",
      'cannot move legs',
      "can't move legs",
      'paralyzed',
      'numb groin',
      'numb genitals',
      'numb buttocks',
      'saddle numbness',
      'cauda equina',
      'lost bladder control',
      'lost bowel control',
      'cannot pee',
      "can't pee",
      'cannot urinate',
      "can't urinate",
      'overdose',
      'took too many pills',
      'worst headache of my life',
      'thunderclap headache',
      'passed out',
      'unconscious',
      'seizure',
    ],
    crisis: [
      'suicide',
      'suicidal',
      'kill myself',
      'end my life',
      'want to die',
      'wish I was dead',
      'hurt myself',
      'harm myself',
      'self harm',
      'self-harm',
      'no reason to live',
    ],
  },
  es: {
    emergency: [
      'dolor de pecho',
      'dolor en el pecho',
      'opresión en el pecho',
      'ataque al corazón',
      'infarto',
      'derrame cerebral',
      'cara caída',
      'no puedo respirar',
      'falta de aire',
      'no siento las piernas',
      'no puedo mover las piernas',
      'entumecimiento en la ingle',
      'ingle dormida',
      'cauda equina',
      'no puedo orinar',
      'no controlo la orina',
      'no controlo el intestino',
      'sobredosis',
      'tomé demasiadas pastillas',
      'peor dolor de cabeza de mi vida',
      'desmayo',
      'convulsión',
    ],
    crisis: [
      'suicidio',
      'suicidarme',
      'matarme',
      'quitarme la vida',
      'quiero morir',
      'no quiero vivir',
      'hacerme daño',
      'autolesión',
    ],
  },
}

/**
 * The kinds of help that a question calls for, crisis first; empty for nearly every question. Who is in need asks in the
 * language of the heart, whatever page is open: the words of every language are looked for, each as its language bends
 * them. `added` are the editors' words in `language`.
 */
export function redFlagsIn(query: string, added: RedFlagWords, language: Language): RedFlagKind[] {
  const lists = languages.map((each) => ({
    language: each,
    asked: askedWords(query, each).map(({term}) => term),
    words: alwaysOn[each],
  }))
  const own = lists.filter((list) => list.language === language).map((list) => ({...list, words: added}))
  return redFlagKinds.filter((kind) =>
    [...lists, ...own].some(({words, asked, language: spoken}) =>
      words[kind].some((phrase) => isSaid(phrase, asked, spoken)),
    ),
  )
}

/** Does the question hold every telling word of the phrase, in any order, with a slip of the finger in long ones? */
function isSaid(phrase: string, asked: readonly string[], language: Language): boolean {
  const terms = askedWords(phrase, language).map(({term}) => term)
  return terms.length > 0 && terms.every((term) => asked.some((word) => isNear(word, term, language)))
}

function isNear(word: string, term: string, language: Language): boolean {
  if (word === term || rootOf(word, language) === rootOf(term, language)) return true
  if (word.length < 4 || word[0] !== term[0]) return false
  const steps = distance(word, term, 1)
  if (steps > 1) return false
  // Of four letters only two that changed places: "pian" is a slip, "pair" is a word.
  return word.length > 4 || [...word].sort().join('') === [...term].sort().join('')
}
