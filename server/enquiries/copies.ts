/** The verbs that copy: backups, and single questions as files. */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {backUp, keepNewest, restore} from '../../lib/enquiries/copy.ts'
import {StoreError} from '../../lib/enquiries/database.ts'
import {countOf, numberFrom, print, requireReference, UsageError, type Verb} from './verb.ts'

export const copyVerbs: Record<string, Verb> = {
  backup: async ({given, open, now}) => {
    const [target] = given.words
    if (!target) throw new UsageError('Say where to: backup <file>, or <folder> for a name with the time.')
    const keep = numberFrom('keep', given.keep)
    const {file, questions} = backUp(open(), path.resolve(target), now)
    if (keep !== undefined) {
      for (const old of keepNewest(path.dirname(file), keep)) print(`Removed ${old}.`)
    }
    print(`${countOf(questions)}, verified, as sealed as the store. No key is in it.`)
    print(file)
    return 0
  },

  restore: async ({given, folder, keyPlace, now, open}) => {
    const [source] = given.words
    if (!source) throw new UsageError('Say which: restore <file>, as "backup" printed it.')
    const {movedTo, questions, deletedAgain} = restore(path.resolve(source), folder, {
      keyPlace,
      force: given.force ?? false,
      at: now,
    })
    if (movedTo) print(`What stood there is in ${movedTo}; remove it when you are sure.`)
    if (deletedAgain > 0) print(`${countOf(deletedAgain)} deleted again that had been deleted since the backup.`)
    const opened = (await open().openAll()).length
    print(`${countOf(questions)} in ${folder}, of which the key here opens ${opened}.`)
    if (opened < questions) {
      print('For the others: put enquiry-identity back into DATA_DIR/secrets, or run: npm run enquiries -- recover')
    }
    print('Start the site.')
    return opened < questions ? 1 : 0
  },

  sealed: async ({given, open, actor, now}) => {
    const reference = requireReference(given.words[0])
    const file = path.resolve(given.words[1] ?? `${reference}.age`)
    const store = open()
    const row = store.sealedRow(reference)
    if (!row) throw new StoreError(`There is no question ${reference}.`)
    store.audit({at: now, actor, action: 'exported', reference, detail: 'sealed'})
    writeFileSync(file, row.sealed, {mode: 0o600, flag: 'wx'})
    print(`${file}  opens with: age -d -i <file with the recovery key, or DATA_DIR/secrets/enquiry-identity> ${file}`)
    return 0
  },
}
