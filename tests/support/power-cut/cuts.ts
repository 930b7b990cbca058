/**
 * Power cuts: a program writes while `strace` notes what it does to its files, and is ended without warning. The notes are
 * played back to a disk that loses its power at moments chosen by chance; whoever asks looks at what each has left, and
 * knows from the notes too what had been acknowledged by then.
 */
import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import path from 'node:path'
import {descendantsOf} from '../processes'
import {type Chance, chanceFrom} from '../random'
import {temporaryFolder} from '../temporary-folder'
import {Disk} from './disk'
import {straceArguments, Trace} from './trace'

export type CutOptions = {
  cuts: number
  seed: number
  /** Otherwise with `synchronous=NORMAL`, with which a drill that proves something finds losses. */
  isSynced: boolean
  onProgress?: (line: string) => void
}

type Drill = {
  /** Arguments of Node: what writes below the folder. */
  readonly program: (folder: string) => readonly string[]
  /** Works with it, until all that is to be recorded has been said. */
  readonly work: (child: ChildProcess, folder: string, chance: Chance) => Promise<void>
  /** What left the program over the network, in the order of its writing. */
  readonly hear: (text: string) => void
  /** Looks at what a cut has left in the folder's place. @param done cuts so far, with this one */
  readonly look: (place: string, at: {readonly step: number; readonly done: number}) => Promise<void>
}

export const hasStrace = (): boolean => spawnSync('strace', ['-V']).status === 0

export async function powerCuts({cuts, seed, isSynced}: CutOptions, drill: Drill): Promise<void> {
  const {folder: root, remove} = temporaryFolder('power-cut')
  const chance = chanceFrom(seed)
  try {
    const log = path.join(root, 'strace.log')
    const traced = path.join(root, 'disk')
    mkdirSync(traced)
    await record(drill, {log, folder: path.join(traced, 'data'), isSynced, chance})
    const steps = await Trace.read(log, traced)
    rmSync(log)
    const moments = momentsIn(steps.length, cuts, chance)
    const disk = new Disk()
    let done = 0
    for (const [step, what] of steps.entries()) {
      disk.take(what)
      if (what.kind === 'say') drill.hear(what.text)
      for (let times = moments.get(step) ?? 0; times > 0; times--) {
        const place = mkdtempSync(path.join(root, 'cut-'))
        disk.cut(traced, place, chance)
        await drill.look(path.join(place, 'data'), {step, done: ++done})
        rmSync(place, {recursive: true, force: true})
      }
    }
  } finally {
    remove()
  }
}

/** How often the power is cut after each step. */
function momentsIn(steps: number, cuts: number, chance: Chance): ReadonlyMap<number, number> {
  const moments = new Map<number, number>()
  for (let cut = 0; cut < cuts; cut++) {
    const at = chance.whole(0, steps - 1)
    moments.set(at, (moments.get(at) ?? 0) + 1)
  }
  return moments
}

type Recording = {log: string; folder: string; isSynced: boolean; chance: Chance}

async function record({program, work}: Drill, {log, folder, isSynced, chance}: Recording): Promise<void> {
  const normal = isSynced ? [] : ['--import', path.resolve('tests/support/power-cut/not-to-disk.mjs')]
  const child = spawn('strace', [...straceArguments(log), process.execPath, ...normal, ...program(folder)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await work(child, folder, chance)
  } finally {
    // strace itself heeds no signal; it ends with what it looks at.
    const ended = once(child, 'close')
    for (const pid of descendantsOf(child.pid ?? 0)) process.kill(pid, 'SIGKILL')
    await ended
  }
}
