/** The whole sample clinic, started by the product's own launcher; the measures that need one share it. */
import type {SanityClient} from '@sanity/client'
import {atTheEnd} from '../support/endings.ts'
import {startClinic} from '../support/start-clinic.ts'
import {clientFor} from '../support/start-lake.ts'
import {until} from '../support/until.ts'

export type BenchClinic = {
  /** The site's address, by number: no time goes into resolving a name. */
  readonly url: string
  readonly editor: SanityClient
  /** Resolves when nothing that was published is still on its way. */
  readonly settled: () => Promise<void>
}

let clinic: Promise<BenchClinic> | undefined

/** Starts it at the first call. */
export const sampleClinic = (): Promise<BenchClinic> => (clinic ??= startOwnClinic())

/** One more, for a measure that changes its content. */
export async function startOwnClinic(): Promise<BenchClinic> {
  console.log('Starting the sample clinic …')
  const {sitePort, lakePort, lake, stop} = await startClinic()
  atTheEnd(stop)
  const url = `http://127.0.0.1:${sitePort}`
  const token = (await lake('token', 'create', '--role', 'editor', '--name', 'bench')).trim().split('\n').at(-1)
  return {
    url,
    editor: clientFor(`http://127.0.0.1:${lakePort}`, token),
    settled: () =>
      until(async () => {
        const health = await fetch(`${url}/api/health`)
        return (await health.json()).pending === 0
      }, 'publications to be through'),
  }
}
