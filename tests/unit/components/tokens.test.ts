import {readFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'

const css = readFileSync('components/layout/tokens.css', 'utf8')
const [light = '', dark = ''] = css.split('@media')

const tokens = (block: string): Record<string, string> =>
  Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [high = 0, low = 0] = [luminance(one ?? ''), luminance(other ?? '')].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'surface', 'surface-soft', 'accent-soft']

/** Text and the grounds it stands on somewhere on the site. */
const texts: [string, string[]][] = [
  ['ink', [...grounds, 'emergency-soft', 'urgent-soft', 'routine-soft']],
  ['ink-soft', grounds],
  ['accent', grounds],
  ['accent-strong', grounds],
  ['on-accent', ['accent', 'accent-strong']],
  ['on-emergency', ['emergency']],
  ['on-urgent', ['urgent']],
  ['on-routine', ['routine']],
  ['emergency', ['paper', 'surface', 'emergency-soft']],
  ['urgent', ['urgent-soft']],
  ['routine', ['routine-soft']],
  ['good', ['paper', 'surface', 'surface-soft']],
]

/** Marks that carry meaning without being text: borders of controls, focus, ticks. */
const marks: [string, string[]][] = [
  ['line-strong', ['paper', 'surface', 'surface-soft']],
  ['focus', [...grounds]],
  ['good', ['surface']],
  ['emergency', ['surface', 'emergency-soft']],
  ['routine', ['surface', 'routine-soft']],
]

describe.each([
  ['light', tokens(light)],
  ['dark', {...tokens(light), ...tokens(dark)}],
])('in the %s scheme', (_scheme, colours) => {
  const pairs = (list: [string, string[]][]) => list.flatMap(([front, backs]) => backs.map((back) => [front, back]))

  test.each(pairs(texts))('%s is readable on %s', (front = '', back = '') => {
    expect(contrast(colours[front], colours[back])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(pairs(marks))('%s is seen on %s', (front = '', back = '') => {
    expect(contrast(colours[front], colours[back])).toBeGreaterThanOrEqual(3)
  })
})
