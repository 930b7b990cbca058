/** What the launcher tells the person who started it: one line a step, what and how far. */
const started = Date.now()
const seconds = () => `${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s`

/** @param {string} line */
export const say = (line) => process.stdout.write(`${seconds()}  ${line}\n`)

/**
 * Says how far a long step is, every few seconds, so that nobody wonders whether it hangs.
 * @template T
 * @param {string} step
 * @param {() => Promise<T>} work
 * @param {() => string} [howFar]
 * @returns {Promise<T>}
 */
export async function sayWhile(step, work, howFar = () => '') {
  say(`${step} …`)
  const began = Date.now()
  const timer = setInterval(() => {
    const far = howFar()
    say(`${step} … ${Math.round((Date.now() - began) / 1000)} s${far ? ` (${far})` : ''}`)
  }, 5000)
  try {
    const result = await work()
    say(`${step}: done`)
    return result
  } finally {
    clearInterval(timer)
  }
}
