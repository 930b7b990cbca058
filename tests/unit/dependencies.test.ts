/** What may be installed: pinned, known by its checksum, the same on every machine, and above every known hole. */
import {readFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'
import {z} from 'zod'

const Versions = z.record(z.string(), z.string()).default({})
const Manifest = z.object({dependencies: Versions, devDependencies: Versions, optionalDependencies: Versions})
const Lockfile = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    Manifest.extend({
      name: z.string().optional(),
      version: z.string(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      optional: z.boolean().default(false),
      os: z.preprocess((os) => (typeof os === 'string' ? [os] : os), z.array(z.string()).default([])),
    }),
  ),
})
const Floor = z.strictObject({minimum: z.array(z.string().regex(/^\d+\.\d+\.\d+$/)).min(1), reason: z.string().min(20)})
const Floors = z.strictObject({
  about: z.string(),
  checkedOn: z.iso.date(),
  installed: z.record(z.string(), Floor),
  ifEverAdded: z.record(z.string(), Floor),
})

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const manifest = Manifest.parse(read('package.json'))
const {'': root, ...packages} = Lockfile.parse(read('package-lock.json')).packages
const floors = Floors.parse(read('security/floors.json'))

/** Every copy that an install puts somewhere; an alias (`npm:other@1`) counts under its real name. */
const copies = Object.entries(packages).map(([place, entry]) => ({
  ...entry,
  place,
  name: entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
}))
const direct = {...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies}

describe('the security floor', () => {
  test.each(Object.entries({...floors.installed, ...floors.ifEverAdded}))('%s has no copy below it', (name, floor) => {
    const below = copies.filter((copy) => copy.name === name && !isAbove(copy.version, floor.minimum))
    expect(below.map(({place, version}) => `${place} is ${version}, at least ${floor.minimum.join(' or ')}`)).toEqual(
      [],
    )
  })

  test('names packages that are really there', () => {
    const installed = new Set(copies.map(({name}) => name))
    expect(Object.keys(floors.installed).filter((name) => !installed.has(name))).toEqual([])
    expect(Object.keys(floors.ifEverAdded).filter((name) => installed.has(name))).toEqual([])
  })

  test.each<[string, string[], boolean]>([
    ['16.4.6', ['16.4.6'], true],
    ['16.4.10', ['16.4.6'], true],
    ['16.4.5', ['16.4.6'], false],
    ['16.5.0-canary.1', ['16.4.6'], true],
    ['16.4.6-canary.9', ['16.4.6'], false],
    ['15.9.9', ['16.4.6'], false],
    ['17.0.0', ['16.4.6'], true],
    ['7.30.2', ['7.30.2', '8.10.2'], true],
    ['8.9.0', ['7.30.2', '8.10.2'], false],
    ['6.99.0', ['7.30.2', '8.10.2'], false],
    ['4.0.0', ['3.3.17', '5.1.11'], false],
    ['9.0.0', ['7.30.2', '8.10.2'], true],
  ])('%s against %s: %s', (version, minimum, expected) => {
    expect(isAbove(version, minimum)).toBe(expected)
  })
})

describe('the manifest', () => {
  test('pins every dependency to one version', () => {
    const loose = Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    expect(loose).toEqual([])
  })

  test('agrees with the lockfile', () => {
    const {dependencies, devDependencies, optionalDependencies} = manifest
    expect(root).toMatchObject({dependencies, devDependencies, optionalDependencies})
    const differing = Object.entries(direct).filter(
      ([name, version]) => packages[`node_modules/${name}`]?.version !== version,
    )
    expect(differing).toEqual([])
  })

  test('has a reason on record for every dependency', () => {
    const reasons = readFileSync('docs/decisions/0003-dependencies.md', 'utf8')
    const named = [...reasons.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name)
    const isNamed = (name: string) =>
      named.some((one) => one === name || (one.endsWith('/*') && name.startsWith(one.slice(0, -1))))
    expect(Object.keys(direct).filter((name) => !isNamed(name))).toEqual([])
  })
})

describe('the lockfile', () => {
  test('names no registry, so that every machine uses its own', () => {
    expect(
      copies.filter(({resolved}) => resolved !== undefined).map(({place, resolved}) => `${place} ← ${resolved}`),
    ).toEqual([])
  })

  test('takes nothing from git, an address or a folder', () => {
    const ranges = copies.flatMap(({place, dependencies, optionalDependencies}) =>
      Object.entries({...dependencies, ...optionalDependencies}).map(([name, range]) => ({place, name, range})),
    )
    expect(
      ranges.filter(({range}) => /^(git|https?|file|link|github|workspace)[:+]|^[\w-]+\/[\w-]+/.test(range)),
    ).toEqual([])
  })

  test('knows the checksum of everything but builds for other machines', () => {
    const unknown = copies.filter(
      ({integrity, optional, os}) => !integrity?.startsWith('sha512-') && !(optional && os.length > 0),
    )
    expect(unknown.map(({place}) => place)).toEqual([])
  })

  test('has every optional package that anything asks for, as npm ci demands', () => {
    const missing = copies.flatMap(({place, optionalDependencies}) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`${place}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      ),
    )
    expect(missing).toEqual([])
  })

  test.each(['@img/sharp-', '@next/swc-', '@biomejs/cli-'])('serves Linux, macOS and Windows with %s…', (prefix) => {
    const systems = copies.filter(({name}) => name.startsWith(prefix)).flatMap(({os}) => os)
    expect([...new Set(systems)]).toEqual(expect.arrayContaining(['linux', 'darwin', 'win32']))
  })

  test.each(['next', 'react', 'react-dom', 'sanity', '@sanity/client', 'styled-components'])(
    'has one copy of %s',
    (name) => {
      expect(copies.filter((copy) => copy.name === name).map(({place}) => place)).toEqual([`node_modules/${name}`])
    },
  )
})

/** Whether a version is at or above the minimum of its own major version, or belongs to a newer one than any listed. */
function isAbove(version: string, minima: string[]): boolean {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version)
  const listed = minima.map(numbersOf)
  if (listed.every(([known = 0]) => major > known)) return true
  const [, leastMinor = 0, leastPatch = 0] = listed.find(([known]) => known === major) ?? [
    major,
    Number.POSITIVE_INFINITY,
  ]
  if (minor !== leastMinor) return minor > leastMinor
  // A pre-release comes before the release it is named after.
  return patch > leastPatch || (patch === leastPatch && !version.includes('-'))
}

function numbersOf(version: string): number[] {
  return version.split('-', 1)[0]?.split('.').map(Number) ?? []
}
