import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {collector} from '../../support/events'
import {type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let editor: SanityClient
let viewer: SanityClient
let anonymous: SanityClient

const size = 3000

beforeAll(async () => {
  lake = await startLake()
  editor = lake.client('editor')
  viewer = lake.client('viewer')
  anonymous = lake.client(null)
  for (let from = 0; from < size; from += 500) {
    const transaction = editor.transaction()
    for (let number = from; number < from + 500; number++) {
      const text = `Number ${number} of many. `.repeat(120)
      transaction.create({_id: `n${number}`, _type: 'thing', title: `Thing ${number}`, number, text})
    }
    await transaction.commit()
  }
}, 60_000)

afterAll(() => lake.close())

/** Goes through all documents once for each pair of documents: hours. */
const endless = 'count(*[count(*[count(*[number * 9 < ^.number - ^.^.number - 100000]) > 1]) > 1])'

/** Writes all documents down a hundred times. */
const boundless = `{${Array.from({length: 100}, (_, index) => `"all${index}": *`).join(', ')}}`

const outcome = (asked: Promise<unknown>) =>
  asked.then(
    (answer) => ({answer, statusCode: 200, message: ''}),
    (error: {statusCode: number; message: string}) => ({
      answer: null,
      statusCode: error.statusCode,
      message: error.message,
    }),
  )

describe('a query that would run for seconds', () => {
  test('is stopped, and says what to do', async () => {
    await expect(viewer.fetch(endless)).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringMatching(/took longer than 3 seconds and was stopped\. Narrow it by _type/),
      response: {body: {error: {type: 'queryExecutionError', query: endless}}},
    })
  }, 30_000)

  test('is stopped much sooner without a token', async () => {
    await expect(anonymous.fetch(endless)).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringMatching(/took longer than 1 second and was stopped\..* With a token/),
    })
  }, 30_000)

  test('keeps nobody waiting: others are answered, and write, while it runs', async () => {
    let isDone = false
    const hostile = outcome(viewer.fetch(endless)).finally(() => {
      isDone = true
    })
    let answered = 0
    for (; !isDone; answered++) {
      expect(await anonymous.fetch('*[_id == "n1"][0].title')).toBe('Thing 1')
      await editor.patch('n2').set({answered}).commit()
    }
    expect((await hostile).statusCode).toBe(400)
    expect(answered).toBeGreaterThan(20)
  }, 30_000)

  test('is one of few: strangers are sent away where three wait', async () => {
    const asked = await Promise.all(Array.from({length: 6}, () => outcome(anonymous.fetch(`${endless} + 1`))))
    const statuses = asked.map(({statusCode}) => statusCode).sort()
    expect(statuses).toEqual([400, 400, 400, 429, 429, 429])
    expect(asked.find(({statusCode}) => statusCode === 429)?.message).toContain('Try again in a few seconds')
  }, 30_000)

  test('does not hold up those with a token behind strangers', async () => {
    const strangers = Array.from({length: 3}, () => outcome(anonymous.fetch(`${endless} + 2`)))
    const order: string[] = []
    const member = outcome(viewer.fetch('*')).then(() => order.push('member'))
    await Promise.all([member, ...strangers.map((stranger) => stranger.then(() => order.push('stranger')))])
    expect(order.indexOf('member')).toBeLessThan(2)
  }, 30_000)
})

test('a mutation by an endless query is refused', async () => {
  await expect(editor.delete({query: `*[${endless} > 1]`})).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('was stopped'),
  })
  expect(await viewer.fetch('*[_id == "n1"][0].title')).toBe('Thing 1')
})

test('a listener with an endless query hears of every change, and holds nobody up', async () => {
  const list = Array.from({length: 400}, (_, index) => index)
  await editor.create({_id: 'listened', _type: 'other', list})
  const query = '*[_id == "listened" && count(list[count(^.list[count(^.^.list[@ > ^.^]) > 1000]) > 1000]) > 1000]'
  const events = collector<string>()
  const subscription = viewer.listen(query, {}, {events: ['welcome', 'mutation']}).subscribe({
    next: (event) => events.add(event.type === 'mutation' ? event.documentId : event.type),
  })
  await events.find((event) => event === 'welcome')
  await editor.patch('listened').set({seen: 1}).commit()
  await events.find((event) => event === 'listened')
  await editor.patch('n3').set({seen: 1}).commit()
  await events.find((event) => event === 'n3')
  subscription.unsubscribe()
  await editor.delete('listened')
})

describe('a query that needs much memory', () => {
  test('is stopped, and leaves nothing behind', async () => {
    await outcome(viewer.fetch(boundless))
    const before = process.memoryUsage().rss
    for (let time = 0; time < 8; time++) {
      const {statusCode, message} = await outcome(viewer.fetch(boundless))
      expect(statusCode).toBe(400)
      expect(message).toContain('needs more memory than one answer may take')
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024)
  }, 60_000)

  test.each([
    ['texts that double', `{"a": ${'*[0].text + '.repeat(500)}"x"}`],
    ['lists that double', `{"a": [${Array.from({length: 500}, () => '...*').join(', ')}]}`],
    ['objects', `{"a": *{${Array.from({length: 150}, (_, index) => `"f${index}": text`).join(', ')}}}`],
    ['a pattern of many stars', `*[text match "${'*a'.repeat(500)}"]{"x": *[text match "${'*b'.repeat(500)}"]}`],
    [
      'an id pattern of many stars',
      `*[_id in path("${'**.'.repeat(2000)}x")]{"n": count(*[_id in path("${'*.**.'.repeat(2000)}y") && ^.a != number])}`,
    ],
    ['points', `*[text match "${'.'.repeat(50_000)}"]`],
  ])(
    'is stopped or answered, whatever it is made of: %s',
    async (_, query) => {
      const started = performance.now()
      const {statusCode} = await outcome(anonymous.fetch(query))
      expect([200, 400]).toContain(statusCode)
      expect(performance.now() - started).toBeLessThan(15_000)
      expect(await anonymous.fetch('*[_id == "n1"][0].title')).toBe('Thing 1')
    },
    30_000,
  )
})

describe('a query that is long, and not too long', () => {
  test('is answered, from what was committed last', async () => {
    await editor.patch('n7').set({title: 'Seven'}).commit()
    const first = await viewer.fetch<{_id: string; title: string}[]>('*')
    expect(first).toHaveLength(size)
    expect(first.find(({_id}) => _id === 'n7')?.title).toBe('Seven')

    await editor.patch('n7').set({title: 'Seven again'}).commit()
    await editor.create({_id: 'drafts.n7', _type: 'thing', title: 'Seven, the draft'})
    await editor.delete('n8')
    const second = await viewer.fetch<{_id: string; title: string}[]>('*', {}, {perspective: 'drafts'})
    expect(second).toHaveLength(size - 1)
    expect(second.find(({_id}) => _id === 'n7')?.title).toBe('Seven, the draft')
    expect(second.find(({_id}) => _id === 'n8')).toBeUndefined()
    const third = await anonymous.fetch<{_id: string; title: string}[]>('*')
    expect(third.find(({_id}) => _id === 'n7')?.title).toBe('Seven again')
  }, 30_000)

  test('comes with its source map', async () => {
    const {result, resultSourceMap} = await viewer.fetch<unknown[]>(
      '*[_type == "thing"]{title, text, number}',
      {},
      {filterResponse: false, resultSourceMap: true, perspective: 'published'},
    )
    expect(result.length).toBeGreaterThan(size - 5)
    expect(resultSourceMap?.documents.length).toBe(result.length)
  }, 30_000)
})
