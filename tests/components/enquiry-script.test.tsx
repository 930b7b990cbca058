/** What `public/enhance.js` does to the form: the answers are as the handler gives them, drawn by the same components. */
import {readFileSync} from 'node:fs'
import {afterEach, beforeEach, expect, jest, test} from '@jest/globals'
import {act, cleanup, fireEvent, render, screen} from '@testing-library/react'
import {renderToStaticMarkup} from 'react-dom/server'
import {ProblemSummary} from '@/components/enquiry/problem-summary'
import {QuestionForm} from '@/components/enquiry/question-form'
import {mistaken} from '@/components/examples/content/enquiry'
import {site} from '@/components/examples/content/site'
import type {ReadForm} from '@/lib/enquiries/form'

const enhance = () => new Function(readFileSync('public/enhance.js', 'utf8'))()
const {fetch: before} = globalThis
let plainlySent: jest.Spied<() => void>

beforeEach(() => {
  plainlySent = jest.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {})
  document.title = 'Contact us'
})

afterEach(() => {
  jest.restoreAllMocks()
  jest.useRealTimers()
  globalThis.fetch = before
  cleanup()
  document.body.replaceChildren()
})

const page = ({typed, errors}: Partial<ReadForm> = {}) => (
  <main>
    <h2 id="ask">Ask us</h2>
    <ProblemSummary site={site} language="en" errors={errors ?? {}} />
    <QuestionForm language="en" token="sealed" typed={typed} errors={errors ?? {}} />
  </main>
)
/** Draws it without React behind it, as a browser gets it. */
function open() {
  const {container} = render(page())
  const html = container.innerHTML
  cleanup()
  document.body.append(new DOMParser().parseFromString(html, 'text/html').querySelector('main') ?? '')
  enhance()
}
const whole = (read: ReadForm) => `<title>Error: Contact us</title>${renderToStaticMarkup(page(read))}`

type Answer = {status: number; body: unknown}
function answersWith(answer: () => Promise<Answer>) {
  const asked = jest.fn(async (..._asked: Parameters<typeof fetch>) => {
    const {status, body} = await answer()
    return {status, json: async () => body} as Response
  })
  globalThis.fetch = asked
  return asked
}
const send = () => act(async () => fireEvent.click(screen.getByRole('button', {name: 'Send my question'})))

test('what is wrong is shown as the server draws it, and the summary has the focus', async () => {
  open()
  const asked = answersWith(async () => ({status: 422, body: {errors: [], html: whole(mistaken)}}))
  await send()
  expect(asked).toHaveBeenCalledTimes(1)
  const [address, init] = asked.mock.calls[0] ?? []
  expect(String(address)).toMatch(/\/api\/enquiries#problem$/)
  expect(init).toMatchObject({method: 'POST', headers: {accept: 'application/json'}})
  expect(String(init?.body)).toContain('view=sealed')
  expect(document.activeElement).toHaveAttribute('id', 'problem')
  expect(screen.getByRole('alert')).toHaveTextContent('There is a problem')
  expect(screen.getByLabelText('Your e-mail address')).toHaveValue('alex at example')
  expect(screen.getByLabelText('Your e-mail address')).toBeInvalid()
  expect(document.title).toBe('Error: Contact us')
  expect(plainlySent).not.toHaveBeenCalled()
})

test('the form that was put there can be sent again', async () => {
  open()
  const asked = answersWith(async () => ({status: 422, body: {errors: [], html: whole(mistaken)}}))
  await send()
  await send()
  expect(asked).toHaveBeenCalledTimes(2)
  expect(document.querySelectorAll('[data-problem]')).toHaveLength(1)
  expect(document.querySelectorAll('form')).toHaveLength(1)
})

test('however often somebody clicks, it is sent once, and they are told that it is on its way', async () => {
  open()
  const asked = answersWith(() => new Promise(() => {}))
  for (let click = 0; click < 5; click++) await send()
  expect(asked).toHaveBeenCalledTimes(1)
  expect(screen.getByText('Sending your question…')).toHaveAttribute('role', 'status')
  // Back on the page as it was left: it can be sent again.
  act(() => fireEvent(window, new Event('pageshow')))
  expect(screen.queryByText('Sending your question…')).toBeNull()
  await send()
  expect(asked).toHaveBeenCalledTimes(2)
})

test.each<[string, () => Promise<Answer>]>([
  ['nobody answers', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['the answer is no JSON', async () => ({status: 502, body: undefined})],
  ['the page has no form', async () => ({status: 503, body: {html: '<title>x</title><p>Call us.</p>'}})],
  ['the page is empty', async () => ({status: 503, body: {}})],
])('the plain form is sent where %s', async (_what, answer) => {
  open()
  answersWith(answer)
  await send()
  expect(plainlySent).toHaveBeenCalledTimes(1)
})

test('the room left is said once there is little, and only when nobody types', () => {
  jest.useFakeTimers()
  open()
  const field = screen.getByLabelText('Your question')
  const place = document.querySelector('[data-count]')
  const type = (length: number, wait = 1000) => {
    fireEvent.input(field, {target: {value: '🦴'.repeat(length)}})
    jest.advanceTimersByTime(wait)
    return place?.textContent
  }
  expect(place).toHaveAttribute('role', 'status')
  expect(type(1400)).toBe('You can write up to 2,000 characters.')
  expect(type(1990, 100)).toBe('You can write up to 2,000 characters.')
  expect(type(1990)).toBe('Characters left: 10')
  expect(type(2003)).toBe('Characters too many: 3')
  expect(type(3)).toBe('You can write up to 2,000 characters.')
})
