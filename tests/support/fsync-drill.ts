/**
 * The drill of failing disks: programs write over the lake's HTTP API, and from some moment on every `fsync` of its
 * process fails, as on a disk that dies (`strace` puts the failure in). The lake must acknowledge nothing any more, end,
 * and have everything that it had acknowledged when it is started again.
 */
import path from 'node:path'
import type {SanityClient} from '@sanity/client'
import {faultOfStore} from '../../sanity/lake/backup/verify'
import {createLake} from '../../sanity/lake/lake'
import {startLakeProcess, startLakeUnder} from './lake-process'
import {chanceFrom} from './random'
import {clientFor} from './start-lake'
import {temporaryFolder} from './temporary-folder'

export type FsyncDrillReport = {
  readonly rounds: number
  readonly acknowledged: number
  /** Acknowledged and not there after the restart. */
  readonly lost: number
  /** Rounds in which the lake went on, or ended without saying so. */
  readonly survived: number
  readonly damaged: number
}

type Options = {rounds: number; seed: number; onProgress?: (line: string) => void}

export async function fsyncDrill({rounds, seed, onProgress = () => {}}: Options): Promise<FsyncDrillReport> {
  const {folder: root, remove} = temporaryFolder('fsync-drill')
  const folder = path.join(root, 'store')
  const chance = chanceFrom(seed)
  let [acknowledged, lost, survived, damaged] = [0, 0, 0, 0]
  try {
    const made = await createLake({folder})
    const {token} = made.admin.createToken({role: 'editor', name: 'drill', lifetimeSeconds: null})
    await made.close()
    for (let round = 1; round <= rounds; round++) {
      const failing = `inject=fsync,fdatasync:error=EIO:when=${chance.whole(4, 60)}+`
      const strace = ['strace', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync', '-e', failing]
      const lake = await startLakeUnder(strace, folder)
      const told = await writeUntilTheEnd(clientFor(lake.url, token), round)
      const says = lake.log
        .find(({event}) => event === 'fatal', 5000)
        .then(
          () => true,
          () => false,
        )
      if (!(await says)) survived++
      await lake.end('SIGKILL')
      acknowledged += told.length
      if (faultOfStore(path.join(folder, 'lake.db')) !== null) damaged++
      const again = await startLakeProcess(folder)
      const kept = await clientFor(again.url, token).fetch<string[]>('*[round == $round]._id', {round})
      lost += told.filter((id) => !kept.includes(id)).length
      await again.end('SIGKILL')
      if (round % 10 === 0)
        onProgress(`${round} of ${rounds} disks have failed, ${acknowledged} acknowledged, ${lost} lost`)
    }
    return {rounds, acknowledged, lost, survived, damaged}
  } finally {
    remove()
  }
}

/** Writes one document after the other until the lake refuses or is gone. Answers what was acknowledged. */
async function writeUntilTheEnd(client: SanityClient, round: number): Promise<string[]> {
  const told: string[] = []
  for (;;) {
    const _id = `round-${round}-${told.length}`
    try {
      await client.create({_id, _type: 'thing', round})
    } catch {
      return told
    }
    told.push(_id)
  }
}
