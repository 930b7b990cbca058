/** The verbs that are about keys. */
import {text} from 'node:stream/consumers'
import {forgetRecoveryKey, KeyError} from '../../lib/enquiries/keys.ts'
import {type Resealed, recover, recoveryKeyToShow, resealAll, rotate} from '../../lib/enquiries/reseal.ts'
import {countOf, print, printed, UsageError, type Verb} from './verb.ts'

/** Says what became of the questions. Code 1 where some stay as they were. */
function told({resealed, unopenable}: Resealed): number {
  print(`${countOf(resealed)} sealed anew.`)
  if (unopenable.length === 0) return 0
  print(
    `No key here opens ${unopenable.join(', ')}: left as they are, and the keys before this one are kept. Try the recovery ` +
      'key (npm run enquiries -- recover), or delete them (npm run enquiries -- delete <reference>).',
  )
  return 1
}

const paper = (key: string, now: number): string => `
RECOVERY KEY of the questions that patients ask on the clinic's website
made known on ${new Date(now).toISOString().slice(0, 10)}

  ${key}

This key opens every question, also in a backup, when the server and its own
key are gone. It is shown this one time and then kept nowhere on this machine.

1. Print this page. Do not save it, do not send it.
2. Put it where the clinic keeps its most private papers: a safe, or a bank.
3. Tell two people where it is.

After a loss:  npm run enquiries -- recover        (asks for the key)
Without this software:  age -d -i <file with the key> <file from "sealed">
`

export const keyVerbs: Record<string, Verb> = {
  'recovery-key': async ({given, open, keyPlace, actor, now}) => {
    const shown = await recoveryKeyToShow(open(), {isNew: given.new ?? false, actor, at: now})
    if (shown === null) {
      throw new KeyError(
        'The recovery key was shown before, and is kept nowhere on this machine. Where the paper is lost, make another one: ' +
          'npm run enquiries -- recovery-key --new   (everything is sealed for it; the lost one still opens old backups)',
      )
    }
    const code = shown.resealed + shown.unopenable.length > 0 ? told(shown) : 0
    // Only what somebody has can be forgotten here.
    await printed(`${paper(shown.key, now)}\n`)
    forgetRecoveryKey(keyPlace)
    return code
  },

  rotate: async ({open, keyPlace, actor, now}) => {
    const code = told(await rotate(open(), {actor, at: now}))
    if (code !== 0) return code
    print(
      keyPlace.identity === null
        ? 'The clinic has a new key; the one before is gone. Backups made before today open with the recovery key only: delete them when newer ones are there.'
        : 'The key comes from the environment: everything is sealed for the first one in ENQUIRY_IDENTITY. To change it, write the new one before the old one with a comma between them, start the site again, run this once more, then take the old one out.',
    )
    return 0
  },

  reseal: async ({open}) => told(await resealAll(open())),

  recover: async ({open, actor, now}) => {
    if (process.stdin.isTTY) print('Type the recovery key, then Enter and Ctrl-D:')
    const key = (await text(process.stdin)).split('\n').find((line) => line.trim().startsWith('AGE-SECRET-KEY-1'))
    if (!key) throw new UsageError('The recovery key is read from the standard input; it begins with AGE-SECRET-KEY-1.')
    return told(await recover(open(), key.trim(), {actor, at: now}))
  },
}
