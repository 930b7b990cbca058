/** What the site remembers of moments at which its answers change by the clock: real SQLite in a folder of its own. */
import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {temporaryFolder} from '../../../support/temporary-folder'

const {folder, remove} = temporaryFolder('moments')
process.env.DATA_DIR = folder

/** Loaded after the folder is named: the settings are read once. */
let answers: typeof import('@/lib/revalidation/answers')
const now = Date.now()
const question = (slug: string) => ({contract: 'location', params: {language: 'en', slug}})
const keep = (slug: string, next: number | null, text = slug) =>
  answers.keepAnswer(question(slug), JSON.stringify({text}), {text}, next)
const due = (at: number) => answers.questionsWhoseMomentCame(at).map(({params}) => params.slug)

beforeAll(async () => {
  // A store as the version before wrote it, with an answer in it.
  mkdirSync(path.join(folder, 'site'))
  const old = new DatabaseSync(path.join(folder, 'site', 'site.db'))
  old.exec(
    `create table answer (
       key text primary key, contract text not null, params text not null, value text not null, stamp text not null,
       read_at integer not null, outdated integer not null default 0
     ) strict;
     create table answer_document (
       key text not null references answer(key) on delete cascade, document_id text not null,
       primary key (key, document_id)
     ) strict, without rowid;
     insert into answer values ('location language=en slug=old', 'location', '{"language":"en","slug":"old"}',
       '{"text":"old"}', 'stamp', 1, 0);
     insert into answer values ('site language=en', 'site', '{"language":"en"}', '{"timeZone":"America/Chicago"}', 's', 1, 0);
     pragma user_version=1`,
  )
  old.close()
  answers = await import('@/lib/revalidation/answers')
})

afterAll(remove)

test('a store of the version before is brought along, and its answers get their moments when they are next read', () => {
  expect(answers.keptAnswer(question('old'))?.value).toEqual({text: 'old'})
  answers.noteMoment(question('old'), now + 1000)
  expect(answers.nextMoment(now)).toBe(now + 1000)
  answers.setMoment(question('old'), null)
  expect(answers.nextMoment(now)).toBeNull()
})

test('the clinic’s time zone is that of the settings, in a language without any too', () => {
  expect(answers.keptTimeZone('en')).toBe('America/Chicago')
  expect(answers.keptTimeZone('es')).toBe('America/Chicago')
  expect(answers.keptTimeZone(undefined)).toBe('America/Chicago')
})

describe('a moment', () => {
  test('is known before it comes, and has come afterwards', () => {
    keep('main', now + 5000)
    expect(answers.nextMoment(now)).toBe(now + 5000)
    expect(due(now + 4999)).toEqual([])
    expect(due(now + 5000)).toEqual(['main'])
    answers.setMoment(question('main'), null)
  })

  test('that has come stays noted while the answer is read again: other pages may not know yet', () => {
    keep('main', now - 10)
    keep('main', now + 60_000)
    keep('main', now + 60_000, 'edited meanwhile')
    answers.noteMoment(question('main'), now + 60_000)
    expect(due(now)).toEqual(['main'])
    answers.setMoment(question('main'), now + 60_000)
    expect(due(now)).toEqual([])
    expect(answers.nextMoment(now)).toBe(now + 60_000)
  })

  test('is settled only where the answer is still the one that the pages were compared with', () => {
    keep('main', now - 10, 'first')
    const mark = answers.markOf(answers.keptAnswer(question('main'))?.stamp ?? '', now + 5000)
    keep('main', now + 60_000, 'second')
    expect(answers.settle(question('main'), now + 5000, mark)).toBe(false)
    expect(due(now)).toEqual(['main'])
    const newer = answers.markOf(answers.keptAnswer(question('main'))?.stamp ?? '', now + 60_000)
    expect(answers.settle(question('main'), now + 60_000, newer)).toBe(true)
    expect(answers.nextMoment(now)).toBe(now + 60_000)
  })

  test('moves with an edit while it is to come', () => {
    keep('main', now + 90_000, 'other hours')
    expect(answers.nextMoment(now)).toBe(now + 90_000)
    keep('main', null, 'no hours')
    expect(answers.nextMoment(now)).toBeNull()
  })

  test('goes with its answer', () => {
    keep('gone', now - 10)
    answers.keepAnswer(question('gone'), 'null', null, null)
    expect(due(now)).toEqual([])
  })
})

describe('an answer that became another', () => {
  const unseen = () => answers.unseenQuestions().map(({params}) => params.slug)
  const mark = () => answers.markOf(answers.keptAnswer(question('changing'))?.stamp ?? '', null)
  const settle = (compared: string | null) => answers.settle(question('changing'), null, compared)

  test('is unseen until its pages were compared with the latest of it', () => {
    keep('changing', null, 'first')
    keep('changing', null, 'first')
    expect(unseen()).not.toContain('changing')
    keep('changing', null, 'second')
    const second = mark()
    keep('changing', null, 'third')
    expect(settle(second)).toBe(false)
    expect(unseen()).toContain('changing')
    expect(settle(mark())).toBe(true)
    expect(unseen()).not.toContain('changing')
  })

  test('is unseen when it is gone, until its pages were seen without it', () => {
    const last = mark()
    answers.keepAnswer(question('changing'), 'null', null, null)
    expect(settle(last)).toBe(false)
    expect(unseen()).toContain('changing')
    expect(settle(null)).toBe(true)
    expect(unseen()).not.toContain('changing')
  })

  test('is not expected on pages where it is on none', () => {
    answers.keepAnswer(question('index'), '[1]', [1], null, {onPages: false})
    answers.keepAnswer(question('index'), '[2]', [2], null, {onPages: false})
    expect(unseen()).not.toContain('index')
  })
})

test('a page made before a moment carries another mark than one made after it', () => {
  expect(answers.markOf('abcdefgh', 1000)).not.toBe(answers.markOf('abcdefgh', 2000))
  expect(answers.markOf('abcdefgh', 1000)).toBe(answers.markOf('abcdefgh', 1000))
  expect(answers.markOf('abcdefgh', null)).toBe('abcdefgh')
  expect(answers.markOf('abcdefgh', 1000)).toMatch(/^[\w-]{8}$/)
})
