/**
 * The command line of the questions of patients (`npm run enquiries -- <verb>`). It works on the store itself, beside a
 * running site, and whoever may run it may read everything: what it opens is in the audit trail.
 */
import {userInfo} from 'node:os'
import {parseArgs} from 'node:util'
import {StoreError} from '../lib/enquiries/database.ts'
import {KeyError, ownKeyPlace} from '../lib/enquiries/keys.ts'
import {enquiryFolder} from '../lib/enquiries/open-store.ts'
import {SealError} from '../lib/enquiries/seal.ts'
import {SqliteEnquiryStore} from '../lib/enquiries/sqlite-store.ts'
import type {Actor} from '../lib/enquiries/store.ts'
import {env} from '../lib/env.ts'
import {copyVerbs} from './enquiries/copies.ts'
import {keyVerbs} from './enquiries/keys.ts'
import {mailVerbs} from './enquiries/mail.ts'
import {questionVerbs} from './enquiries/questions.ts'
import {type Given, options, UsageError, type Verb} from './enquiries/verb.ts'

const HELP = `Questions of patients: their store, their keys, their copies. The site may run meanwhile, but for "restore".

  status                            how many there are, and how their keys stand
  recovery-key [--new]              show the recovery key, once, to be printed; --new: make another one
  rotate                            make a new clinic key and seal everything for it
  reseal                            seal everything for the keys as they are now (after a change in the environment)
  recover                           read the recovery key from the standard input and open everything with it, after a loss
  sealed <reference> [FILE]         write one as a file of the age format: age -d -i <key> FILE
  export --person TEXT [--out FILE] one person's questions as JSON, by e-mail address, phone number or name
  delete <reference>                delete one for good
  delete --person TEXT [--yes]      show which questions are one person's; with --yes delete them for good
  purge                             delete what is due now (the site does it every hour)
  audit [--reference R] [--most N] [--json] [--hash H]
                                    who did what, the newest first; says whether the trail is whole, and whether the last
                                    hash of an earlier call is still in it
  backup <FILE|FOLDER> [--keep N]   a copy, without any key; into a folder: under a name with the time, the N newest stay
  restore <FILE> [--force]          put a copy in the store's place (the site is stopped); --force moves the old aside
  test-mail                         send staff a test message, and say what became of it
  help

docs/operating.md, "Questions of patients", says when to use which.
`

const verbs: Record<string, Verb> = {
  ...questionVerbs,
  ...keyVerbs,
  ...copyVerbs,
  ...mailVerbs,
  help: async () => {
    process.stdout.write(HELP)
    return 0
  },
}

/** Whoever runs it, as this machine knows them. */
function operator(): Actor {
  try {
    return {id: 'command-line', name: userInfo().username}
  } catch {
    // A container's user may have no name.
    return {id: 'command-line', name: `user ${process.getuid?.() ?? ''}`.trim()}
  }
}

function parsed(argv: readonly string[]): {name: string; given: Given} {
  try {
    const {values, positionals} = parseArgs({args: [...argv], allowPositionals: true, options})
    const [name = 'help', ...words] = positionals
    return {name: values.help ? 'help' : name, given: {...values, words}}
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** @returns the exit code: 0 done, 1 failed or something is amiss, 2 wrong arguments */
async function main(argv: readonly string[]): Promise<number> {
  const opened: SqliteEnquiryStore[] = []
  try {
    const {name, given} = parsed(argv)
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
    if (!verb) throw new UsageError(`There is no "${name}". See: npm run enquiries -- help`)
    return await verb({
      given,
      actor: operator(),
      now: Date.now(),
      limits: env.enquiries,
      folder: enquiryFolder(),
      keyPlace: ownKeyPlace(),
      open: () => {
        const store = new SqliteEnquiryStore(enquiryFolder(), ownKeyPlace())
        opened.push(store)
        return store
      },
    })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const isExpected = [UsageError, StoreError, KeyError, SealError].some((kind) => error instanceof kind)
    process.stderr.write(`${isExpected ? error.message : (error.stack ?? error.message)}\n`)
    return error instanceof UsageError ? 2 : 1
  } finally {
    for (const store of opened) store.close()
  }
}

process.exitCode = await main(process.argv.slice(2))
