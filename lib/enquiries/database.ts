/**
 * The file of the questions of patients: `DATA_DIR/enquiries/enquiries.db`. `synchronous=FULL`: what was committed
 * survives a kill −9 and a power cut. `secure_delete`: what was deleted is overwritten. Nothing in it says who asked, or
 * what: that is sealed before it comes here.
 */
import {chmodSync, closeSync, openSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {atomically} from '../atomically.ts'
import {handOver, makeFolder} from '../durable-file.ts'

/** A store that cannot be opened or used. Its message is for people. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** `application_id` of the file, by which a backup is known for one: "CEnq". */
export const applicationId = 0x43456e71

/** Each entry brings the file from the version before to its own. Never edit one that was released: add one. */
const migrations = [
  `create table enquiry (
     id text primary key, reference text not null unique, received_at integer not null, state text not null,
     spam_score integer not null, opened_at integer, answered_at integer, fingerprint blob not null,
     sealed blob not null, sealed_for text not null, revision integer not null default 1
   ) strict;
   create index enquiry_received_at on enquiry(received_at);
   create index enquiry_fingerprint on enquiry(fingerprint);
   create index enquiry_sealed_for on enquiry(sealed_for);
   create table outbox_message (
     id text primary key, enquiry_id text not null references enquiry(id) on delete cascade, kind text not null,
     created_at integer not null, due_at integer not null, leased_until integer not null default 0,
     attempts integer not null default 0, attempted_at integer, problem text, sent_at integer,
     given_up integer not null default 0, unique (enquiry_id, kind)
   ) strict;
   create index outbox_waiting on outbox_message(due_at) where sent_at is null and given_up = 0;
   create table month_of_page (
     month text not null, page text not null, asked integer not null default 0, answered integer not null default 0,
     minutes_to_answer integer not null default 0, primary key (month, page)
   ) strict, without rowid;
   create table audit_entry (
     number integer primary key, at integer not null, actor_id text not null, actor_name text not null,
     action text not null, reference text, detail text, hash text not null
   ) strict;
   create trigger audit_entry_stays before delete on audit_entry
     begin select raise(abort, 'The audit trail cannot be shortened.'); end;
   create trigger audit_entry_is_final before update on audit_entry
     begin select raise(abort, 'The audit trail cannot be changed.'); end;
   create trigger audit_entry_is_next before insert on audit_entry
     when new.number <> (select coalesce(max(number), 0) + 1 from audit_entry)
     begin select raise(abort, 'The audit trail can only be added to.'); end;
   pragma application_id = ${applicationId};`,
]

export const storeVersion = migrations.length

export const databaseFile = (folder: string): string => path.join(/* turbopackIgnore: true */ folder, 'enquiries.db')

/** Opens the file, made or brought up to date where need be. Throws a `StoreError`. */
export function openDatabase(folder: string): DatabaseSync {
  const file = databaseFile(folder)
  try {
    makeFolder(folder)
    // SQLite gives the files beside it the rights and the owner of this one.
    closeSync(openSync(file, 'a', 0o600))
    chmodSync(file, 0o600)
    handOver(file)
    const db = new DatabaseSync(file, {timeout: 5000, defensive: true})
    try {
      db.exec(`pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma secure_delete=on;
        pragma trusted_schema=off; pragma temp_store=memory`)
      migrate(db, file)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (cause) {
    if (cause instanceof StoreError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StoreError(
      `The store of questions, ${file}, cannot be opened (${reason}). Is there room on the disk, and may this user ` +
        'write there? "npm run doctor" looks; docs/operating.md, "Questions of patients", says how to restore a backup.',
      {cause},
    )
  }
}

function migrate(db: DatabaseSync, file: string): void {
  const version = versionOf(db)
  if (version > storeVersion) {
    throw new StoreError(
      `${file} was written by a newer version of this software (store version ${version}, this one knows ` +
        `${storeVersion}). Start the newer version: this one would not keep the questions as they are.`,
    )
  }
  if (version === storeVersion) return
  atomically(db, () => {
    // Another process may have been here in the meantime.
    for (let next = versionOf(db) + 1; next <= storeVersion; next++) {
      db.exec(`${migrations[next - 1]} pragma user_version=${next}`)
    }
  })
}

export const versionOf = (db: DatabaseSync): number =>
  Number(db.prepare('pragma user_version').get()?.user_version ?? 0)

/**
 * Takes what was deleted out of the log beside the file, too. Pages that were freed are overwritten already.
 * @returns false where another process reads at this moment: the next time does it
 */
export const scrub = (db: DatabaseSync): boolean => db.prepare('pragma wal_checkpoint(truncate)').get()?.busy === 0
