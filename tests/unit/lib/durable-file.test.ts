/** Small files that have to be there. */
import {spawnSync} from 'node:child_process'
import {chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from '@jest/globals'
import {makeDurably, makeFolder, removeDurably, writeDurably} from '@/lib/durable-file'
import {temporaryFolder} from '../../support/temporary-folder'

let place: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  place = temporaryFolder('durable')
})
afterEach(() => place.remove())

const file = (name = 'secret') => path.join(place.folder, name)

test('a file is made where there is none, and stays where there is one', () => {
  expect(makeDurably(file(), 'first')).toBe(true)
  expect(makeDurably(file(), 'second')).toBe(false)
  expect(readFileSync(file(), 'utf8')).toBe('first')
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(readdirSync(place.folder)).toEqual(['secret'])
})

test('a file is put in the place of another', () => {
  makeDurably(file(), 'first')
  writeDurably(file(), 'second')
  expect(readFileSync(file(), 'utf8')).toBe('second')
  expect(readdirSync(place.folder)).toEqual(['secret'])
})

test('a file that cannot be written leaves nothing behind', () => {
  mkdirSync(file())
  expect(() => writeDurably(file(), 'text')).toThrow()
  expect(readdirSync(place.folder)).toEqual(['secret'])
})

test('what a killed process left of a write goes with the next one, and what a living one writes stays', () => {
  const {pid} = spawnSync(process.execPath, ['--version'])
  for (const name of [
    `secret.${pid}-1.part`,
    `secret.${process.pid}-99.part`,
    `secret.${process.ppid}-1.part`,
    `other.${pid}-1.part`,
  ]) {
    writeFileSync(file(name), 'half a key')
  }
  writeDurably(file(), 'text')
  expect(readdirSync(place.folder).sort()).toEqual([`other.${pid}-1.part`, 'secret', `secret.${process.ppid}-1.part`])
})

test('a file is removed once', () => {
  makeDurably(file(), 'first')
  expect([removeDurably(file()), removeDurably(file()), removeDurably(file('none/secret'))]).toEqual([
    true,
    false,
    false,
  ])
})

test('what is made belongs to the owner of the folder it is made in, also where root makes it', () => {
  // Only root can give a folder away; for anybody else the two are the same anyway.
  if (process.geteuid?.() === 0) chownSync(place.folder, 65534, 65534)
  makeFolder(file('some/where'))
  makeDurably(file('some/where/secret'), 'text')
  const owners = ['.', 'some', 'some/where', 'some/where/secret'].map((name) => statSync(file(name)).uid)
  expect(new Set(owners).size).toBe(1)
})
