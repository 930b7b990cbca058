/**
 * The site's own memory (`DATA_DIR/site/site.db`): the last good answers and the journal of publications.
 *
 * `node:sqlite`, WAL, `synchronous=FULL`: what was acknowledged survives a kill −9 and a power cut (measured, see
 * docs/decisions). Next holds its own page cache in memory only, so this file is all that a restart has to go by.
 */
import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {atomically} from '../atomically.ts'
import {env} from '../env.ts'
import {processWide} from '../process-wide.ts'

/** Each entry brings the file from the version before to its own. Never edit one that was released: add one. */
const migrations = [
  `create table answer (
     key text primary key, contract text not null, params text not null, value text not null, stamp text not null,
     read_at integer not null, outdated integer not null default 0
   ) strict;
   create table answer_document (
     key text not null references answer(key) on delete cascade, document_id text not null,
     primary key (key, document_id)
   ) strict, without rowid;
   create index answer_document_id on answer_document(document_id);
   create table publication (
     id integer primary key, idempotency_key text not null unique, document_id text not null, document_type text,
     received_at integer not null, done_at integer, attempts integer not null default 0, problem text
   ) strict;
   create index publication_pending on publication(id) where done_at is null;`,
  `create table content_change (
     key text primary key, shape text not null, hash text not null, pictures text not null, noticed_at integer,
     changed_at integer, dated integer not null default 0
   ) strict;
   create index content_change_undated on content_change(key) where dated = 0;`,
  // When what pages show of an answer changes by the clock, and no page has been made anew for it yet.
  `alter table answer add column changes_at integer;
   create index answer_changes_at on answer(changes_at) where changes_at is not null;`,
  // Questions whose answer became another, and whose pages were not yet seen to show it.
  `create table unseen_answer (
     key text primary key, contract text not null, params text not null, since integer not null
   ) strict;`,
]

/** The open store. Throws where the folder cannot be written, or was written by a newer version of this software. */
export function siteStore(folder = path.join(/* turbopackIgnore: true */ env.dataDir, 'site')): DatabaseSync {
  const stores = processWide('site-stores', () => new Map<string, DatabaseSync>())
  const open = stores.get(folder)
  if (open) return open
  const store = openStore(folder)
  stores.set(folder, store)
  return store
}

function openStore(folder: string): DatabaseSync {
  mkdirSync(folder, {recursive: true, mode: 0o700})
  const store = new DatabaseSync(path.join(/* turbopackIgnore: true */ folder, 'site.db'), {timeout: 5000})
  store.exec('pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma trusted_schema=off')
  migrate(store, folder)
  return store
}

function migrate(store: DatabaseSync, folder: string) {
  const version = Number(store.prepare('pragma user_version').get()?.user_version ?? 0)
  if (version > migrations.length) {
    throw new Error(
      `${folder} was written by a newer version of this software (store version ${version}, this one knows ` +
        `${migrations.length}). Start the newer version, or move the folder away: the site rebuilds it from the lake.`,
    )
  }
  migrations.slice(version).forEach((sql, index) => {
    atomically(store, () => store.exec(`${sql} pragma user_version=${version + index + 1}`))
  })
}
