import {describe, expect, it, test} from '@jest/globals'
import fc from 'fast-check'
import {extractOf, hitsIn, marked} from '@/lib/search/extract'
import {longestQuery, readPage, readQuery} from '@/lib/search/query'
import {redFlagsIn} from '@/lib/search/red-flags'
import {distance, tolerance} from '@/lib/search/spelling'
import {fold, rootOf, termsOf, wordsOf} from '@/lib/search/words'
import {sampleSearch} from '../../../support/sample-search'

describe('words', () => {
  it.each([
    ['disc', 'disks'],
    ['Discs', 'disk'],
    ['anaesthetic', 'anesthetics'],
    ['oedema', 'edema'],
    ['orthopaedic', 'orthopedic'],
    ['tumours', 'tumor'],
    ['injuries', 'injury'],
    ['vertebrae', 'vertebra'],
    ['mobilisation', 'mobilization'],
    ['X-ray', 'x-rays'],
    ['sciática', 'sciatica'],
    ['can’t', "can't"],
    ['centre', 'center'],
  ])('%s and %s are one', (one, other) => {
    expect(termsOf(one, 'en')).toEqual(termsOf(other, 'en'))
    expect(termsOf(one, 'en')).not.toEqual([])
  })

  it.each([
    ['dolor', 'dolores'],
    ['lesión', 'lesiones'],
    ['nervio', 'nervios'],
    ['vez', 'veces'],
    ['parche', 'parches'],
  ])('%s and %s are one in Spanish', (one, other) => {
    expect(termsOf(one, 'es')).toEqual(termsOf(other, 'es'))
  })

  it.each(['arthritis', 'stenosis', 'pelvis', 'abscess'])('%s is no plural', (word) => {
    expect(termsOf(word, 'en')).toEqual([word])
  })

  it('with a hyphen count apart and together', () => {
    expect(termsOf('an X-ray', 'en')).toEqual(['x', 'ray', 'xray'])
  })

  it('that are related share a beginning', () => {
    expect(rootOf('numbness', 'en')).toBe('numb')
    expect(rootOf('exercising', 'en')).toBe('exercis')
    expect(rootOf('wing', 'en')).toBe('wing')
  })

  it('stand where they stand', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 200}), (text) => {
        for (const {start, end, term} of wordsOf(text, 'en')) {
          expect(end).toBeGreaterThan(start)
          expect(term).not.toBe('')
          expect(fold(text.slice(start, end))).not.toBe('')
        }
      }),
    )
  })
})

describe('spelling', () => {
  it.each([
    ['sciatica', 'siatica', 1],
    ['pain', 'pian', 1],
    ['neuropathy', 'nueropathy', 1],
    ['migraine', 'mygrane', 2],
    ['knee', 'knee', 0],
    ['knee', 'shoulder', 3],
  ])('from %s to %s it is %i', (from, to, steps) => {
    expect(distance(from, to, 2)).toBe(steps)
  })

  it('is the same both ways, and never below the difference in length', () => {
    const word = fc.string({maxLength: 12})
    fc.assert(
      fc.property(word, word, (one, other) => {
        const steps = distance(one, other, 3)
        expect(distance(other, one, 3)).toBe(steps)
        expect(steps).toBeGreaterThanOrEqual(Math.min(4, Math.abs(one.length - other.length)))
      }),
    )
  })

  it('is strict with short words and with figures', () => {
    expect([tolerance('ab'), tolerance('hip'), tolerance('sciatica'), tolerance('l5s1')]).toEqual([0, 1, 2, 0])
  })
})

describe('a question', () => {
  it.each<[unknown, string]>([
    [undefined, ''],
    [42, ''],
    [['back  pain', 'other'], 'back pain'],
    ['\u0000back\r\n\tpain\u202e ', 'back pain'],
    ['x'.repeat(500), 'x'.repeat(longestQuery)],
  ])('is one safe line: %j', (value, query) => {
    expect(readQuery(value)).toBe(query)
  })

  it('has pages from 1', () => {
    expect(['2', '0', '-1', '9999', 'x', undefined, ['2']].map(readPage)).toEqual([2, 1, 1, 1, 1, 1, 1])
  })
})

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({unit: 'binary', maxLength: 300}),
    fc.string({unit: 'grapheme', maxLength: 60}),
    fc
      .array(
        fc.constantFrom('back', 'pain', 'disc', 'constructor', '__proto__', 'toString', 'a', '-', '“', '\ud800', 'é'),
        {
          maxLength: 15,
        },
      )
      .map((words) => words.join(' ')),
  )
  const pages = sampleSearch()

  test('is answered, with words of the documents only, in whole marks', async () => {
    const index = await pages
    fc.assert(
      fc.property(typed, (query) => {
        const {total, results} = index.search(query, {today: '2026-11-24'})
        expect(total).toBeGreaterThanOrEqual(results.length)
        index.suggest(query, {today: '2026-11-24'})
        for (const {title, extract} of results) {
          expect(title.map(({text}) => text).join('')).not.toBe('')
          for (const {text} of [...title, ...extract.pieces]) expect(text).not.toBe('')
        }
      }),
      {numRuns: 150},
    )
  })

  test('a long text full of hits is not gone through again for each of them', () => {
    const often = 5000
    let looks = 0
    const hits = Array.from({length: often}, (_, at) => ({
      start: at * 5,
      get end() {
        looks++
        return at * 5 + 4
      },
      part: 0,
    }))
    extractOf('pain '.repeat(often), hits)
    expect(looks).toBeLessThan(often * 100)
  })

  test('an extract is a stretch of its text, and its hits are whole words in order', () => {
    const text = fc.string({unit: 'grapheme', maxLength: 900})
    fc.assert(
      fc.property(text, fc.array(fc.nat(200)), (passage, picks) => {
        const words = wordsOf(passage, 'en')
        const chosen = new Map(picks.flatMap((pick, part) => (words[pick] ? [[words[pick].term, part]] : [])))
        const partOf = (term: string) => chosen.get(term)
        const {pieces, cutBefore, cutAfter} = extractOf(passage, hitsIn(passage, partOf, 'en'))
        const shown = pieces.map((piece) => piece.text).join('')
        expect(passage).toContain(shown)
        if (!cutBefore) expect(passage.startsWith(shown)).toBe(true)
        if (!cutAfter) expect(passage.endsWith(shown)).toBe(true)
        expect(pieces.every((piece, at) => at === 0 || piece.hit !== pieces[at - 1]?.hit)).toBe(true)
        expect(
          marked(passage, partOf, 'en')
            .map((piece) => piece.text)
            .join(''),
        ).toBe(passage)
      }),
    )
  })
})

describe('words that cannot wait', () => {
  const none = {emergency: [], crisis: []}

  it.each([
    ['chest pain', ['emergency']],
    ['pain in chest and arm', ['emergency']],
    ['chest pian', ['emergency']],
    ["can't feel my legs", ['emergency']],
    ['cannot feel legs', ['emergency']],
    ['numb groin', ['emergency']],
    ['numbness in my groin', ['emergency']],
    ['I lost control of my bladder', ['emergency']],
    ['trouble breathing', ['emergency']],
    ['suicide', ['crisis']],
    ['suiside', ['crisis']],
    ['I want to die', ['crisis']],
    ['how to kill myself', ['crisis']],
    ['suicide chest pain', ['crisis', 'emergency']],
  ])('show what to do: %s', (query, kinds) => {
    expect(redFlagsIn(query, none, 'en')).toEqual(kinds)
  })

  it.each(['back pain', 'knee', 'numb feet', 'leg pain', 'dying to know', 'sleep', 'chess', '', 'can I feel better'])(
    'are not in: %s',
    (query) => {
      expect(redFlagsIn(query, none, 'en')).toEqual([])
    },
  )

  it.each([
    ['dolor de pecho', ['emergency']],
    ['no siento las piernas', ['emergency']],
    ['suicidio', ['crisis']],
    ['quiero morir', ['crisis']],
    ['dolor de espalda', []],
  ])('are known in Spanish: %s', (query, kinds) => {
    expect(redFlagsIn(query, none, 'es')).toEqual(kinds)
  })

  it.each([
    ['quiero morir', 'en', ['crisis']],
    ['dolor de pecho', 'en', ['emergency']],
    ['no puedo respirar', 'en', ['emergency']],
    ['chest pain', 'es', ['emergency']],
    ["can't breathe", 'es', ['emergency']],
    ['I want to die', 'es', ['crisis']],
    ['dolor de espalda', 'en', []],
    ['back pain', 'es', []],
  ] as const)('are known whatever page is open: %s on a page in %s', (query, language, kinds) => {
    expect(redFlagsIn(query, none, language)).toEqual(kinds)
  })

  it('may be added by editors', () => {
    expect(redFlagsIn('fell off a ladder', {...none, emergency: ['fell from ladder']}, 'en')).toEqual(['emergency'])
  })
})
