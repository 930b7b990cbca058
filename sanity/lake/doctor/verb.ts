/**
 * `doctor` on the command line.
 * @module
 */
import {refusal} from '../lake-error.ts'
import type {Settings} from '../settings.ts'
import {examineStore} from './examine.ts'

/** Prints a line about each thing, or with --json the findings. @throws LakeError, after all is said, when something is broken */
export async function doctor({folder, given}: Settings, print: (line: string) => void): Promise<void> {
  const found = await examineStore(folder)
  if (given.json) {
    print(JSON.stringify(found))
    return
  }
  const width = Math.max(...found.map(({subject}) => subject.length))
  for (const {state, subject, text} of found) {
    print(`${state.padEnd('attention'.length)}  ${subject.padEnd(width)}  ${text}`)
  }
  const broken = found.filter(({state}) => state === 'broken').length
  if (broken > 0) throw refusal(503, `${broken} broken: what to do is beside each.`)
}
