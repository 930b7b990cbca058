import {describe, expect, test} from '@jest/globals'
import {readForm} from '@/lib/enquiries/form'
import {heldFrom, spamScore} from '@/lib/enquiries/spam'

const fields = {question: 'May I swim?', name: 'Alex Rivera', way: 'email', email: 'alex@example.com'}

function score(others: Readonly<Record<string, string>>, age = 60_000): number {
  const {form} = readForm(new URLSearchParams({...fields, ...others}))
  if (!form) throw new Error('This form has mistakes in it.')
  return spamScore({form, age})
}

describe('a patient is not held', () => {
  test.each([
    'May I swim with a herniated disk? I used to do it twice a week, and it did me good.',
    'Is it safe to take Viagra with the pain medicine you gave me?',
    'My doctor wrote about this on https://www.nih.gov/back-pain – is it true?',
    'I NEED HELP. MY BACK HURTS SO MUCH. PLEASE CALL ME.',
    'help',
    'Can I get my lidocaine without a prescription? The online pharmacy https://pharmacy.example says so.',
    '¿Puedo nadar con una hernia de disco? Antes nadaba dos veces por semana.',
    'Do you do loans or funding for people without insurance?',
    'pain pain pain, all day long, it hurts, it hurts, it hurts when I sit and it hurts when I stand',
  ])('who asks: %s', (question) => {
    expect(score({question})).toBeLessThan(heldFrom)
  })

  test('who is quick, because everything was copied in', () => {
    expect(score({}, 1000)).toBeGreaterThan(0)
    expect(score({}, 1000)).toBeLessThan(heldFrom)
  })

  test('who asks an ordinary question: there is nothing against it', () => {
    expect(score({})).toBe(0)
  })
})

describe('what no patient sends is held', () => {
  test.each<[string, Record<string, string>, number?]>([
    ['the field that nobody sees is filled in', {subject: 'Hello'}],
    ['many links', {question: 'https://a.example https://b.example https://c.example'}],
    ['markup with a link', {question: '<a href="https://a.example">pills</a>'}],
    ['markup of forums', {question: '[url=https://a.example]pills[/url]'}],
    ['a link in the name', {name: 'Visit https://a.example'}],
    ['offers', {question: 'Dear sir, we offer SEO and backlinks, web traffic, and a loan. Unsubscribe here.'}],
    ['an offer with a link, at once', {question: 'Bitcoin at https://a.example'}, 500],
    ['letters in a hurry', {question: 'asdkjhqwlekjhasdlkjhqweasd'}, 500],
  ])('%s', (...[, others, age]) => {
    expect(score(others, age)).toBeGreaterThanOrEqual(heldFrom)
  })
})

test('is never more than all there is', () => {
  const everything = {subject: 'x', name: 'https://a.example', question: '<a href> casino bitcoin seo loan '.repeat(10)}
  expect(score(everything, 0)).toBe(100)
})

test('takes no long time over a long text', () => {
  const started = performance.now()
  for (const part of ['telegram ', 'a'.repeat(50), 'http://', '<a ', 'www.', 'x.ru ']) {
    score({question: part.repeat(2000).slice(0, 2000)})
  }
  expect(performance.now() - started).toBeLessThan(200)
})
