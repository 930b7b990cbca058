/** The store of the embedded lake, by its own examination: `lake doctor`, which reads all of it and changes nothing. */
import {execFile} from 'node:child_process'
import path from 'node:path'
import {promisify} from 'node:util'
import {z} from 'zod'
import type {Env} from '../../lib/env.ts'
import type {Finding} from './finding.ts'

const Findings = z.array(
  z.object({state: z.enum(['ok', 'attention', 'broken']), subject: z.string(), text: z.string()}),
)

/** How the lake's own words for the parts of a store read beside everything else that the doctor looks at. */
const subjects: Record<string, string> = {Store: 'Content store', Versions: 'Store versions', Assets: 'Uploaded files'}

/** Said for the whole data folder already. */
const saidElsewhere = 'Disk space'

export async function storeFindings({embedded}: Env): Promise<Finding[]> {
  if (!embedded) return []
  const command = path.resolve(import.meta.dirname, '../lake.ts')
  try {
    const {stdout} = await promisify(execFile)(process.execPath, [command, 'doctor', '--json'])
    const found = Findings.parse(JSON.parse(stdout))
    return found
      .filter(({subject}) => subject !== saidElsewhere)
      .map(({subject, ...rest}) => ({...rest, subject: subjects[subject] ?? subject}))
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error)
    return [{state: 'broken', subject: 'Content store', text: `could not be examined: ${reason}`}]
  }
}
