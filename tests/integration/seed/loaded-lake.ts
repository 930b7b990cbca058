/** Lakes that hold the sample clinic: loaded once, then copied, because drawing and storing the pictures takes seconds. */
import {cp, mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type LoadReport, loadSample} from '../../../sanity/seed/index.ts'
import {type StartedLake, startLake} from '../../support/start-lake'
import {temporaryFolder} from '../../support/temporary-folder'

export type LoadedLake = {
  report: LoadReport
  lines: readonly string[]
  /** A lake of the caller's own with the sample in it. */
  copy(): Promise<StartedLake>
  remove(): void
}

export async function loadLake(): Promise<LoadedLake> {
  const {folder, remove} = temporaryFolder('loaded-lake')
  const lake = await startLake({folder})
  const lines: string[] = []
  const report = await loadSample({client: lake.client('editor'), log: (line) => lines.push(line)})
  await lake.stop()
  const copy = async () => {
    const own = await mkdtemp(join(tmpdir(), 'clinic-lake-copy-'))
    await cp(folder, own, {recursive: true})
    return startLake({folder: own})
  }
  return {report, lines, copy, remove}
}
