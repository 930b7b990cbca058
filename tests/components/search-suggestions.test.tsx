/** Suggestions while typing: what the site's one script makes of the search form. */
import {readFileSync} from 'node:fs'
import {gzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals'
import {act, fireEvent, render, screen} from '@testing-library/react'
import axe from 'axe-core'
import {SearchForm} from '@/components/search/search-form'

const script = readFileSync('public/enhance.js', 'utf8')
const pages = [
  {title: 'Sciatica', path: '#sciatica', kind: 'Condition'},
  {title: 'Does <b>sciatica</b> go away?', path: '#question', kind: 'Question'},
]

type Asked = {url: string; signal: AbortSignal | null | undefined}

let asked: Asked[]
let answer: () => Promise<unknown>

beforeEach(() => {
  jest.useFakeTimers()
  asked = []
  answer = async () => pages
  Object.defineProperty(globalThis, 'fetch', {
    configurable: true,
    value: async (url: string, {signal}: RequestInit) => {
      asked.push({url, signal})
      const json = await answer()
      if (signal?.aborted) throw new DOMException('Aborted', 'AbortError')
      return {json: async () => json}
    },
  })
  render(<SearchForm language="en" id="q" />)
  new Function(script)()
})

afterEach(() => {
  jest.useRealTimers()
  Reflect.deleteProperty(globalThis, 'fetch')
  location.hash = ''
})

const field = () => screen.getByRole('combobox', {name: 'Search this website'})

async function type(text: string) {
  fireEvent.input(field(), {target: {value: text}})
  await act(async () => {
    await jest.advanceTimersByTimeAsync(200)
  })
}

const press = (key: string) => fireEvent.keyDown(field(), {key})
const chosen = () => screen.queryByRole('option', {selected: true})?.textContent ?? null

describe('while somebody types', () => {
  test('pages are suggested as text, with what they are', async () => {
    expect(field()).toHaveAttribute('aria-expanded', 'false')
    await type('sciat')
    expect(asked.map(({url}) => url)).toEqual(['/api/suggest?lang=en&q=sciat'])
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Sciatica Condition',
      'Does <b>sciatica</b> go away? Question',
    ])
    expect(field()).toHaveAttribute('aria-expanded', 'true')
    expect(field()).toHaveAttribute('aria-controls', screen.getByRole('listbox').id)
  })

  test('nobody is shut out, with the list open and with one chosen', async () => {
    await type('sciat')
    press('ArrowDown')
    jest.useRealTimers()
    const {violations} = await axe.run(document.body, {
      rules: {region: {enabled: false}, 'color-contrast': {enabled: false}},
    })
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`)).toEqual([])
  })

  test('the site is asked once for a run of letters, and never for one letter', async () => {
    for (const text of ['s', 'sc', 'sci']) fireEvent.input(field(), {target: {value: text}})
    await type('scia')
    expect(asked).toHaveLength(1)
    await type('s')
    expect(asked).toHaveLength(1)
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  test('an older question is given up, and its answer does not replace the newer one', async () => {
    let release = (_value: unknown) => {}
    answer = () =>
      new Promise((resolve) => {
        release = resolve
      })
    await type('sci')
    const [old] = asked
    answer = async () => pages.slice(0, 1)
    await type('sciatica')
    await act(async () => release([{title: 'Old', path: '#old', kind: 'Condition'}]))
    expect(old?.signal?.aborted).toBe(true)
    expect(screen.getAllByRole('option')).toHaveLength(1)
    expect(screen.queryByText('Old')).toBeNull()
  })

  test('arrow keys go around through the field, and Enter opens what is chosen', async () => {
    await type('sciat')
    const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'].map((key) => {
      press(key)
      return chosen()
    })
    expect(seen).toEqual([
      'Sciatica Condition',
      'Does <b>sciatica</b> go away? Question',
      null,
      'Does <b>sciatica</b> go away? Question',
      'Sciatica Condition',
    ])
    expect(field()).toHaveAttribute('aria-activedescendant', screen.getByRole('option', {selected: true}).id)
    press('Enter')
    expect(location.hash).toBe('#sciatica')
  })

  test('Enter without a choice is left to the form', async () => {
    await type('sciat')
    // True: nobody prevented what the browser does by itself.
    expect(press('Enter')).toBe(true)
  })

  test('Escape and leaving the field close the list', async () => {
    await type('sciat')
    expect(press('Escape')).toBe(false)
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(press('Escape')).toBe(true)
    await type('sciati')
    expect(screen.getByRole('listbox')).toBeVisible()
    fireEvent.blur(field())
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  test('a press opens a page and does not take the focus from the field', async () => {
    await type('sciat')
    const [, second] = screen.getAllByRole('option')
    if (!second) throw new Error('There is no second suggestion.')
    expect(fireEvent.mouseDown(second)).toBe(false)
    fireEvent.click(second)
    expect(location.hash).toBe('#question')
  })

  test('a site that does not answer leaves the form as it was', async () => {
    answer = () => Promise.reject(new Error('out of reach'))
    await type('sciat')
    expect(screen.queryByRole('listbox')).toBeNull()
    answer = async () => ({not: 'a list'})
    await type('sciati')
    expect(screen.queryByRole('listbox')).toBeNull()
  })
})

test('takes less than a kilobyte of the script', () => {
  const [from, to] = [script.indexOf('/** `<form data-suggest'), script.indexOf('/** `<form data-ask')]
  expect(from).toBeGreaterThan(0)
  const size = (text: string) => gzipSync(text, {level: 9}).length
  expect(size(script) - size(script.slice(0, from) + script.slice(to))).toBeLessThan(1024)
})
