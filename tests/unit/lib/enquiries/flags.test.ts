/** Red flags in the text of a question. */
import {flagsIn, flagsOf, piecesOf} from '@/lib/enquiries/flags'

const none = {crisis: [], emergency: []}
const added = {en: none, es: none}

describe('a question', () => {
  it.each([
    ['My back hurts. Since this morning I lost bladder control and my legs are weak. What now?', ['emergency']],
    ['It never stops and some days I want to die. Is there a treatment?', ['crisis']],
    ['My buttocks are numb, and I think about suicide', ['crisis', 'emergency']],
    ['How long does an injection last? My insurance asks.', []],
  ])('is flagged by what it says: %s', (question, flags) => {
    expect(flagsIn(question, added, 'en')).toEqual(flags)
  })

  it('is flagged in any language', () => {
    expect(flagsIn('I have back pain.\nQuiero morir', added, 'en')).toEqual(['crisis'])
  })

  it('is not flagged for words that stand far apart', () => {
    expect(flagsIn('The pain began after my child was born. I have a scar on my chest.', added, 'en')).toEqual([])
  })

  it('is flagged wherever the words stand in a text without full stops', () => {
    const long = Array.from({length: 150}, (_, at) => `word${at}`)
    for (let at = 0; at < 150; at += 7) {
      expect(
        flagsIn([...long.slice(0, at), 'cannot', 'feel', 'legs', ...long.slice(at)].join(' '), added, 'en'),
      ).toEqual(['emergency'])
    }
  })

  it('is flagged by the words that staff keep, and anew when they change them', () => {
    const enquiry = {id: 'one', asked: {question: 'My pump beeps', language: 'en'}} as const
    expect(flagsOf(enquiry, added)).toEqual([])
    expect(flagsOf(enquiry, {...added, en: {...none, emergency: ['pump beeps']}})).toEqual(['emergency'])
    expect(flagsOf(enquiry, added)).toEqual([])
  })
})

it('no word of a text is left out of its pieces', () => {
  const words = Array.from({length: 100}, (_, at) => `w${at}`)
  for (let count = 0; count <= words.length; count++) {
    const pieces = piecesOf(words.slice(0, count).join(' '))
    expect(new Set(pieces.join(' ').split(' ').filter(Boolean)).size).toBe(count)
  }
})
