import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {readFont} from '@/lib/typeset/font'
import {type Box, drawable, setText} from '@/lib/typeset/set-text'
import {cardFonts} from '../../../support/card-fonts'

const font = cardFonts.bold
const box: Box = {width: 580, height: 340, sizes: [104, 76, 54, 38], leading: 1.12, tracking: -0.025}

const widthOf = (line: string, size: number) =>
  [...line].reduce((width, character) => width + font.widthOf(character) + (box.tracking ?? 0), 0) * size

describe('a font', () => {
  test('knows its characters and their widths', () => {
    for (const character of 'Aéñ¿¡ŁŞễ…–') expect([character, font.has(character)]).toEqual([character, true])
    for (const character of '腰≥🙂') expect([character, font.has(character)]).toEqual([character, false])
    expect(font.widthOf('W')).toBeGreaterThan(3 * font.widthOf('i'))
    // Inter's figures are a little wider than six tenths of its size.
    expect(font.widthOf('0')).toBeCloseTo(0.64, 1)
    expect(font.widthOf('腰')).toBe(0)
  })

  test('is nothing else', () => {
    expect(() => readFont(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toThrow('no WOFF font')
  })
})

describe('what can be drawn of a text', () => {
  test.each([
    ['its own letters', 'Señor Núñez', 'Señor Núñez'],
    ['letters written in two parts', 'Nu\u0301n\u0303ez', 'Núñez'],
    ['gaps of every kind as one', ' a \n\t b\u00a0\u00a0c ', 'a b c'],
    ['signs by others that mean the same', '≥ 3 months → care', '>= 3 months – care'],
    ['nothing of a script it lacks', '腰痛', ''],
  ])('%s', (_what, text, drawn) => {
    expect(drawable(text, font)).toBe(drawn)
  })
})

describe('a text in its box', () => {
  test('is as large as it fits', () => {
    expect(setText('Back Pain', font, box)).toEqual({size: 104, lines: ['Back Pain']})
    expect(setText('Epidural steroid injection', font, box).size).toBe(76)
  })

  test('has lines of like length', () => {
    const {lines} = setText('How do I know if it is my joint?', font, box)
    const widths = lines.map((line) => widthOf(line, 1))
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.6)
  })

  test('breaks a word only where it has to', () => {
    expect(setText('Pneumonoultramicroscopic', font, box)).toMatchObject({lines: ['Pneumonoultramicroscopic']})
    const {lines} = setText('W'.repeat(60), font, box)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe('W'.repeat(60))
  })

  test('ends in “…” where all of it is too long', () => {
    const {size, lines} = setText('pain and more '.repeat(60).trim(), font, box)
    expect(size).toBe(38)
    expect(lines.at(-1)).toMatch(/\S…$/)
  })

  test('never leaves it, and loses no letter that fits', () => {
    const words = fc.array(fc.string({unit: fc.constantFrom(...'WMiljñ—1%'), minLength: 1, maxLength: 40}), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(words, (parts) => {
        const text = drawable(parts.join(' '), font)
        const {size, lines} = setText(text, font, box)
        expect(lines.length * size * box.leading).toBeLessThanOrEqual(box.height)
        for (const line of lines) expect(widthOf(line, size)).toBeLessThanOrEqual(box.width)
        const whole = lines.join('').replaceAll(' ', '')
        if (whole.endsWith('…')) expect(text.replaceAll(' ', '').startsWith(whole.slice(0, -1))).toBe(true)
        else expect(whole).toBe(text.replaceAll(' ', ''))
      }),
    )
  })
})
