/** wrk, a load generator in C that does not get in its own way: one thread, so that the other core is the server's. */
import {spawn, spawnSync} from 'node:child_process'

/** How many connections ask at once, each again as soon as it is answered. */
export const connections = 32

/** Requests per second, and the time that 99 % of them stayed under (milliseconds). */
export type Round = {readonly perSecond: number; readonly p99: number}

export const hasWrk = (): boolean => spawnSync('wrk', ['-v']).error === undefined

const inMilliseconds: Record<string, number> = {us: 0.001, ms: 1, s: 1000}

/** One round. Rejects where any answer was not 2xx. @param durationSeconds whole seconds */
export async function round(url: string, encoding: string, durationSeconds: number): Promise<Round> {
  const said = await output([
    ...['-t', '1', '-c', String(connections), '-d', `${durationSeconds}s`, '--latency'],
    ...['-H', `Accept-Encoding: ${encoding}`, url],
  ])
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1])
  const [, time, unit = ''] = /99%\s+([\d.]+)(us|ms|s)/.exec(said) ?? []
  if (/Non-2xx|Socket errors/.test(said) || !(perSecond > 0))
    throw new Error(`Not every request was answered:\n${said}`)
  return {perSecond, p99: Number(time) * (inMilliseconds[unit] ?? Number.NaN)}
}

function output(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('wrk', args, {stdio: ['ignore', 'pipe', 'pipe']})
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`wrk failed:\n${said}`))))
  })
}
