/** The house rules that a compiler cannot see: docs/decisions/0001-rooms-and-arrows.md, held against every source file. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from '@jest/globals'

type Import = {target: string; typeOnly: boolean}

/**
 * Which rooms each room may enter; `type …` is a door for types alone. A room may always enter itself, and a file
 * belongs to the innermost room it lies in. `sanity` is the handful of files at the top of that folder.
 */
const arrows: Record<string, string[]> = {
  app: [
    'components',
    'lib',
    'sanity/content',
    'sanity/read',
    'sanity/changes',
    'sanity/media',
    'sanity/downloads',
    'sanity/health',
    'sanity/preview',
    'sanity/publishing',
    'sanity/tags',
    'sanity/vocabulary',
  ],
  'app/(studio)': ['sanity/studio', 'lib'],
  components: ['lib', 'sanity/vocabulary', 'type sanity/content'],
  lib: [],
  'next.config': ['lib'],
  instrumentation: ['lib'],
  proxy: ['lib'],
  sanity: ['lib'],
  'sanity/content': ['sanity/contract', 'sanity/read', 'sanity/tags', 'sanity/vocabulary', 'lib'],
  'sanity/import': ['sanity/vocabulary'],
  'sanity/lake': [],
  'sanity/publishing': ['sanity', 'sanity/content', 'lib'],
  'sanity/schema': ['sanity/vocabulary', 'lib'],
  'sanity/seed': ['sanity/vocabulary'],
  'sanity/studio': ['sanity/schema', 'sanity/vocabulary', 'sanity/lake/client', 'lib'],
  server: ['lib'],
  // The command line of the embedded set-up knows both the lake and the seed, which must not know each other.
  'server/lake': ['sanity/lake', 'sanity/seed', 'lib', 'server'],
}

const rooms = Object.keys(arrows).sort((a, b) => b.length - a.length)
const isWithin = (file: string, place: string) => file === place || file.startsWith(`${place}/`)
const roomOf = (file: string) => rooms.find((room) => isWithin(withoutExtension(file), room))
const withoutExtension = (file: string) => file.replace(/(\/index)?\.(tsx?|mjs|css)$/, '')

/** Whether an arrow leads from a file to what it imports. An arrow to `sanity` reaches its top files only. */
function isAllowed(file: string, {target, typeOnly}: Import): boolean {
  const from = roomOf(file)
  const to = roomOf(target)
  if (from === undefined || to === undefined || from === to) return from === to
  const doors = arrows[from] ?? []
  return doors.some((door) => {
    const place = door.replace(/^type /, '')
    return (place === door || typeOnly) && (rooms.includes(place) ? to === place : isWithin(target, place))
  })
}

/** What a source imports from this repository, through `@/` or relatively, with or without extension. */
function importsOf(file: string, source: string): Import[] {
  const specifier = String.raw`['"]((?:@|\.{1,2})\/[^'"]+)['"]`
  const statements = new RegExp(
    String.raw`^\s*(?:import|export)\s+(type\s+)?(?:[\w$*{}\s,]+\sfrom\s+)?${specifier}`,
    'gm',
  )
  const calls = new RegExp(String.raw`\bimport\(\s*()${specifier}`, 'g')
  return [...source.matchAll(statements), ...source.matchAll(calls)].map(([, type, name = '']) => ({
    target: withoutExtension(name.startsWith('@/') ? name.slice(2) : path.posix.join(path.posix.dirname(file), name)),
    typeOnly: Boolean(type),
  }))
}

const rootFiles = ['next.config.ts', 'instrumentation.ts', 'proxy.ts'].filter((file) => existsSync(file))
const files = [...['app', 'components', 'lib', 'sanity', 'server'].flatMap(sourcesIn), ...rootFiles]
const code = new Map(files.map((file) => [file, withoutComments(readFileSync(file, 'utf8'))]))

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => /\.(tsx?|mjs)$/.test(name))
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
}

/** The files whose code holds a pattern, but for those that may. */
function filesWith(pattern: RegExp, mayHold: (file: string) => boolean): string[] {
  return files.filter((file) => !mayHold(file) && pattern.test(code.get(file) ?? ''))
}

describe('the rooms', () => {
  test('every import goes along an arrow', () => {
    const strays = files.flatMap((file) =>
      importsOf(file, code.get(file) ?? '')
        .filter((one) => !isAllowed(file, one))
        .map(({target, typeOnly}) => `${file} → ${target}${typeOnly ? ' (types)' : ''}`),
    )
    expect(strays).toEqual([])
  })

  test('every source file is in a room', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([])
  })

  test('no file or folder is a drawer', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|misc|types|constants)(\/|\.|$)/
    expect([...files, ...sourcesIn('tests')].filter((file) => drawers.test(file))).toEqual([])
  })
})

describe('one place for each', () => {
  test('the environment of the site is read in lib/env.ts', () => {
    // Command lines are programs of their own, as is everything in server/; Next's own files ask it how they run.
    const programs = (file: string) =>
      isWithin(file, 'server') || rootFiles.includes(file) || /^sanity\/(lake|seed)\/cli\.ts$/.test(file)
    const mayRead = (file: string) => file === 'lib/env.ts' || programs(file)
    expect(filesWith(/\bprocess\s*\.\s*env\b|\benv\b.*from 'node:process'/, mayRead)).toEqual([])
  })

  test('clients of the lake are made in sanity/client.ts', () => {
    const mayCreate = (file: string) => file === 'sanity/client.ts' || /^sanity\/(lake|seed)\//.test(file)
    expect(filesWith(/\bcreateClient\s*\(/, mayCreate)).toEqual([])
  })

  test('queries are written in sanity/content', () => {
    expect(filesWith(/\bdefineQuery\b/, (file) => isWithin(file, 'sanity/content'))).toEqual([])
  })

  test('raw HTML is written in components/json-ld.tsx', () => {
    const raw = /\b(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML)\b/
    expect(filesWith(raw, (file) => file === 'components/json-ld.tsx')).toEqual([])
  })

  test('only the Studio, error pages and the editors’ overlays are client components, and nothing is a Server Action', () => {
    const inBrowser = (file: string) =>
      /^app\/(.*\/)?(global-)?error\.tsx$/.test(file) ||
      /^(app\/\(studio\)|sanity\/studio)\//.test(file) ||
      file === 'app/[lang]/(site)/visual-editing.tsx'
    expect(filesWith(/^\s*(['"])use client\1/m, inBrowser)).toEqual([])
    expect(filesWith(/^\s*(['"])use server\1/m, () => false)).toEqual([])
  })
})

describe('the test itself', () => {
  const file = 'components/layout/header.tsx'

  test.each<[string, string, boolean]>([
    [`import {a} from '@/lib/paths'`, 'lib/paths', false],
    [`import type {A} from '@/sanity/content/site'`, 'sanity/content/site', true],
    [`import {type A, b} from '../card.tsx'`, 'components/card', false],
    [`import {\n  a,\n  b,\n} from "./index.ts"`, 'components/layout', false],
    [`import * as a from '@/lib/seo/index'`, 'lib/seo/index', false],
    [`import './chrome.module.css'`, 'components/layout/chrome.module', false],
    [`export * from '../../lib/paths.ts'`, 'lib/paths', false],
    [`export type {A} from '@/lib/paths'`, 'lib/paths', true],
    [`const a = await import('@/app/page')`, 'app/page', false],
  ])('sees %s', (source, target, typeOnly) => {
    expect(importsOf(file, source)).toEqual([{target, typeOnly}])
  })

  test.each([`import {a} from 'react'`, `export const a = './b'`, `const from = '@/lib/paths'`])(
    'passes over %s',
    (source) => {
      expect(importsOf(file, source)).toEqual([])
    },
  )

  test.each<[string, string, boolean, boolean]>([
    ['app/[lang]/(site)/page.tsx', 'sanity/content/home', false, true],
    ['app/[lang]/(site)/page.tsx', 'sanity/client', false, false],
    ['app/[lang]/(site)/page.tsx', 'sanity/studio/config', false, false],
    ['app/(studio)/studio/page.tsx', 'sanity/studio/config', false, true],
    ['app/(studio)/studio/page.tsx', 'components/layout/base', false, false],
    ['components/card.tsx', 'sanity/content/condition', true, true],
    ['components/card.tsx', 'sanity/content/condition', false, false],
    ['components/card.tsx', 'app/page', true, false],
    ['sanity/read.ts', 'sanity/contract', false, true],
    ['sanity/read.ts', 'sanity/content/site', false, false],
    ['sanity/content/site.ts', 'sanity/client', false, false],
    ['sanity/studio/config.ts', 'sanity/lake/client', false, true],
    ['sanity/studio/config.ts', 'sanity/lake/store', false, false],
    ['sanity/lake/store.ts', 'lib/paths', true, false],
    ['sanity/lake/client/index.ts', 'sanity/lake/json', false, true],
    ['server/site.ts', 'sanity/lake/store', false, false],
    ['server/lake.ts', 'sanity/lake/store', false, true],
    ['lib/paths.ts', 'somewhere/else', false, false],
  ])('from %s to %s (types: %s) is allowed: %s', (from, target, typeOnly, allowed) => {
    expect(isAllowed(from, {target, typeOnly})).toBe(allowed)
  })
})
