import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {ClientError, type SanityClient, ServerError} from '@sanity/client'
import {type Failure, failures} from '../../fixtures/lake-failures'
import {clientFor, type StartedLake, startLake} from '../../support/start-lake'

let lake: StartedLake
let tokens: Record<'editor' | 'viewer', string>
let before: unknown

beforeAll(async () => {
  lake = await startLake()
  tokens = {editor: lake.token('editor'), viewer: lake.token('viewer')}
  await editor()
    .transaction()
    .create({_id: 'a', _type: 'thing', n: [1], t: 'text'})
    .create({_id: 'b', _type: 'thing', to: {_type: 'reference', _ref: 'a'}})
    .create({_id: 'drafts.d', _type: 'thing'})
    .transactionId('spent')
    .commit()
  before = await editor().fetch('*[true]')
})

afterAll(async () => {
  // None of them has changed anything.
  expect(await editor().fetch('*[true]')).toEqual(before)
  await lake.close()
})

const editor = (): SanityClient => clientFor(lake.url, tokens.editor)

function requestOf({as, path, body, method}: Failure): [url: string, init: RequestInit] {
  const token = as === undefined ? tokens.editor : as === 'viewer' ? tokens.viewer : as
  const url = lake.url + (/^\/v\d/.test(path) ? path : `/v2025-09-01${path}`)
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const headers: Record<string, string> = token === null ? {} : {authorization: `Bearer ${token}`}
  return [
    url,
    {method: method ?? (body === undefined ? 'GET' : 'POST'), headers, ...(sent === undefined ? {} : {body: sent})},
  ]
}

describe('refused as the hosted lake refuses it', () => {
  test('there are more than a hundred', () => {
    expect(failures.length).toBeGreaterThan(100)
    expect(new Set(failures.map(({what}) => what)).size).toBe(failures.length)
  })

  test.each(failures.map((failure): [string, Failure] => [failure.what.slice(0, 120), failure]))(
    '%s',
    async (_, failure) => {
      const {status, type, items, index, start, says} = failure
      const response = await fetch(...requestOf(failure))
      const answer = await response.json()
      expect({status: response.status, answer}).toMatchObject({status})
      expect(response.headers.get('content-type')).toMatch(/^application\/json/)
      if (type === undefined) {
        expect(answer).toEqual({statusCode: status, error: expect.any(String), message: expect.stringContaining(says)})
        return
      }
      expect(answer.error).toMatchObject({type, description: expect.stringContaining(says)})
      if (start !== undefined) {
        expect(answer.error).toMatchObject({start, query: expect.any(String)})
        expect(answer.error.end).toBeGreaterThanOrEqual(start)
      }
      if (items !== undefined) {
        expect(answer.error.items).toEqual(
          items.map((kind) => ({
            error: expect.objectContaining({type: kind, description: expect.stringContaining(says)}),
            index,
          })),
        )
      }
    },
  )
})

describe('what the client makes of it', () => {
  const inItsWords = failures.filter(
    ({body, path, as}) =>
      typeof body !== 'string' &&
      as === undefined &&
      !path.includes('listen') &&
      !path.includes('/live/') &&
      !/^\/v\d/.test(path),
  )

  test.each(inItsWords.map((failure): [string, Failure] => [failure.what.slice(0, 120), failure]))(
    '%s',
    async (_, failure) => {
      const {path, body, method, status, type, says, items} = failure
      const [error] = await Promise.allSettled([
        editor().request({url: path, method: method ?? (body === undefined ? 'GET' : 'POST'), body}),
      ])
      if (error.status !== 'rejected') throw new Error('The lake did not refuse.')
      const {reason} = error
      expect(reason).toBeInstanceOf(status >= 500 ? ServerError : ClientError)
      expect(reason.statusCode).toBe(status)
      expect(reason.message).toContain(says)
      if (type !== undefined) expect(reason.details).toMatchObject({type, description: expect.stringContaining(says)})
      if (items !== undefined) expect(reason.message).toMatch(/failed: .+:\n- /s)
      if (type === 'queryParseError') expect(reason.message).toMatch(/^GROQ query parse error:/)
    },
  )
})
