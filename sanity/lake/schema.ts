/**
 * The tables of the store, as migrations: entry n takes a file from version n to n + 1 (`PRAGMA user_version`).
 * Each runs in one transaction; a file from a newer lake is refused, because an older one would lose what it cannot see.
 * Times are ISO 8601 in UTC where Sanity shows them, and milliseconds since 1970 where only the lake compares them.
 * @module
 */

import type {DatabaseSync} from 'node:sqlite'
import {atomically} from './atomically.ts'
import {refusal} from './lake-error.ts'
import {numberOf} from './row.ts'

export const MIGRATIONS: readonly string[] = [
  `
  create table document (id text primary key, json text not null) strict, without rowid;

  create table tx (
    seq integer primary key autoincrement,
    id text not null unique,
    timestamp text not null,
    author text not null,
    json text not null
  ) strict;
  create table tx_document (
    document text not null,
    seq integer not null references tx (seq),
    after blob,
    primary key (document, seq)
  ) strict, without rowid;
  create table history_event (seq integer primary key autoincrement, document text not null, json text not null) strict;
  create index history_event_document on history_event (document, seq);

  create table token (
    id text primary key,
    hash text not null unique,
    kind text not null check (kind in ('api', 'session')),
    name text not null,
    role text not null check (role in ('administrator', 'editor', 'viewer')),
    created_at integer not null,
    expires_at integer,
    used_at integer
  ) strict;
  create table one_time (
    hash text primary key,
    kind text not null check (kind in ('link', 'session')),
    expires_at integer not null
  ) strict;
  create table key_value (
    user text not null,
    key text not null,
    value text not null,
    primary key (user, key)
  ) strict, without rowid;

  create table delivery (
    seq integer primary key autoincrement,
    key text not null unique,
    transaction_id text not null,
    transaction_time text not null,
    document text not null,
    operation text not null check (operation in ('create', 'update', 'delete')),
    body text not null,
    attempts integer not null default 0,
    last_error text
  ) strict;
  `,
  // Webhooks that are managed by the command line. `cursor` is the last commit that a hook has looked at.
  `
  create table hook (
    id text primary key,
    config text not null,
    secret text not null,
    enabled integer not null check (enabled in (0, 1)),
    cursor integer not null,
    created_at integer not null
  ) strict;
  create table hook_delivery (
    id integer primary key autoincrement,
    key text not null unique,
    hook text not null references hook (id) on delete cascade,
    transaction_id text not null,
    transaction_time text not null,
    document text not null,
    operation text not null check (operation in ('create', 'update', 'delete')),
    body text not null,
    state text not null check (state in ('pending', 'delivered', 'failed')),
    created_at integer not null,
    due_at integer not null,
    give_up_at integer not null
  ) strict;
  create index hook_delivery_state on hook_delivery (state, hook, document, id);
  create table hook_attempt (
    delivery integer not null references hook_delivery (id) on delete cascade,
    number integer not null,
    at integer not null,
    ms integer not null,
    status integer,
    failure text,
    primary key (delivery, number)
  ) strict, without rowid;
  `,
  // People. A person without an e-mail address has signed in by link only; one who is gone keeps the name alone, because
  // the history goes on naming them. Whoever signed in before there were people was the local editor.
  `
  create table person (
    id text primary key,
    name text not null,
    email text unique,
    role text not null check (role in ('administrator', 'editor', 'viewer')),
    password text,
    created_at integer not null,
    disabled_at integer,
    removed_at integer
  ) strict;
  insert into person values ('local-editor', 'Local editor', null, 'administrator', null, unixepoch() * 1000, null, null);

  create table session (
    id text primary key,
    person text not null references person (id),
    browser text not null,
    created_at integer not null,
    expires_at integer not null,
    used_at integer,
    cookie_hash text not null unique,
    assets_hash text not null unique,
    token_hash text unique,
    handover_hash text unique,
    handover_ends integer
  ) strict;
  insert into session
    select id, 'local-editor', 'Unknown browser', created_at, coalesce(expires_at, created_at), used_at,
      'none:c:' || id, 'none:a:' || id, hash, null, null
    from token where kind = 'session';
  delete from token where kind = 'session';
  alter table token add column revoked_at integer;

  drop table one_time;
  create table one_time (
    hash text primary key,
    kind text not null check (kind in ('link', 'reset')),
    person text not null references person (id),
    expires_at integer not null
  ) strict;
  create table invitation (
    id text primary key,
    hash text not null unique,
    email text,
    name text,
    role text not null check (role in ('administrator', 'editor', 'viewer')),
    created_at integer not null,
    expires_at integer not null
  ) strict;

  create table access_setting (name text primary key, value text not null) strict;
  create table allowed_origin (origin text primary key, credentials integer not null) strict;
  `,
  // Whether the address was given by whoever invited this person, rather than by the person.
  'alter table person add column email_is_given integer not null default 0',
]

export const SCHEMA_VERSION = MIGRATIONS.length

/** Brings a file to this lake's schema. @throws when a newer lake has written the file */
export function migrate(db: DatabaseSync, migrations: readonly string[] = MIGRATIONS): void {
  const row = db.prepare('pragma user_version').get()
  const version = row ? numberOf(row, 'user_version') : 0
  if (version > migrations.length) {
    throw refusal(
      503,
      `The store has schema ${version} and this lake knows ${migrations.length}: a newer version wrote it. Start that version, or restore a backup made before the upgrade.`,
    )
  }
  for (const [offset, statements] of migrations.slice(version).entries()) {
    try {
      atomically(db, () => {
        db.exec(statements)
        db.exec(`pragma user_version = ${version + offset + 1}`)
      })
    } catch (error) {
      throw refusal(503, `The store could not be brought to schema ${version + offset + 1}.`, {cause: error})
    }
  }
}
