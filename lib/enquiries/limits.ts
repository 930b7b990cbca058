/**
 * How many questions may come in. Counted in memory alone: an address is never kept, only its HMAC under a salt that is
 * thrown away every day, so nobody can say later who asked, not even with this server in hand.
 */
import {createHmac, randomBytes} from 'node:crypto'
import {isIPv6} from 'node:net'

export type Limits = {
  /** Somebody sends a form. Seconds to wait where they, or all together, send too many; null: come in. */
  readonly knock: (address: string) => number | null
  /** Somebody's question is about to be stored. Seconds to wait where they have sent too many of them; null: go on. */
  readonly take: (address: string) => number | null
}

type Options = {
  /** Questions an hour from one address. */
  readonly perHour: number
  readonly now?: () => number
}

/** Forms of all senders together in a minute: more is an attack, and would fill the disk. */
export const mostInAMinute = 600
/** Forms with mistakes in them count less than questions, so that nobody runs out of tries. Forms for one question. */
const triesForEach = 10
/** Addresses remembered at once; then the longest known is forgotten. */
const mostAddresses = 50_000

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

export function createLimits({perHour, now = Date.now}: Options): Limits {
  const nameOf = dailyNames(now)
  const all = slidingCount(mostInAMinute, minute)
  const tries = countsByName(perHour * triesForEach)
  const questions = countsByName(perHour)
  return {
    // Their own count first: one address alone must not use up what is there for all.
    knock: (address) => tries(nameOf(address), now()) ?? all(now()),
    take: (address) => questions(nameOf(address), now()),
  }
}

/** What an address is called today. */
function dailyNames(now: () => number): (address: string) => string {
  let salt = {day: -1, bytes: randomBytes(32)}
  return (address) => {
    const today = Math.floor(now() / day)
    if (salt.day !== today) salt = {day: today, bytes: randomBytes(32)}
    return createHmac('sha256', salt.bytes).update(networkOf(address)).digest('base64url')
  }
}

/** One household: an IPv4 address, or the first half of an IPv6 one, of which everybody has as many as they like. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const whole = [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
  return whole
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}

/** Lets `most` through in any `span`; answers the seconds until there is room again. */
function slidingCount(most: number, span: number): (at: number) => number | null {
  let times: number[] = []
  return (at) => {
    times = times.filter((time) => time > at - span)
    const [oldest] = times
    if (oldest !== undefined && times.length >= most) return Math.max(1, Math.ceil((oldest + span - at) / 1000))
    times.push(at)
    return null
  }
}

function countsByName(most: number): (name: string, at: number) => number | null {
  const counts = new Map<string, ReturnType<typeof slidingCount>>()
  return (name, at) => {
    const count = counts.get(name) ?? slidingCount(most, hour)
    // To the end of the line: whoever asks is not the longest known any more.
    counts.delete(name)
    counts.set(name, count)
    const longestKnown = counts.keys().next().value
    if (counts.size > mostAddresses && longestKnown !== undefined) counts.delete(longestKnown)
    return count(at)
  }
}
