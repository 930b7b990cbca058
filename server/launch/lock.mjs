/** One start at a time: two on one checkout must not install or build over each other. */
import {existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {say} from './say.mjs'
import {root} from './settings.mjs'

/** A lock whose owner has not written its number within this time was left by a crash. Milliseconds. */
const unsigned = 2000

/**
 * Does work while nobody else on this checkout does work of the same name; waits for whoever does.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, work) {
  const lock = path.join(root, `.${name}.lock`)
  for (let told = false; !take(lock); told = true) {
    if (!told) say(`Another start is busy here (${name}); waiting for it …`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  try {
    return await work()
  } finally {
    rmSync(lock, {recursive: true, force: true})
  }
}

/** @param {string} lock */
function take(lock) {
  if (existsSync(lock) && !isHeld(lock)) rmSync(lock, {recursive: true, force: true})
  try {
    mkdirSync(lock)
    writeFileSync(path.join(lock, 'pid'), String(process.pid))
    return true
  } catch {
    return false
  }
}

/** @param {string} lock */
function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(path.join(lock, 'pid'), 'utf8')), 0)
    return true
  } catch {
    return existsSync(lock) && Date.now() - statSync(lock).mtimeMs < unsigned
  }
}
