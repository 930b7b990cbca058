/** A folder of a test's own, gone when the test is. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

export function temporaryFolder(name: string): {folder: string; remove: () => void} {
  const folder = mkdtempSync(path.join(tmpdir(), `clinic-${name}-`))
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true, maxRetries: 5})}
}
