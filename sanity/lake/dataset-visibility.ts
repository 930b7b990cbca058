/**
 * Whether the dataset is public (published documents and files are for everybody) or private (nothing is without a
 * token). Said at the start, or else kept in the store, where the command line changes it.
 * @module
 */
import type {DatabaseSync} from 'node:sqlite'
import {refusal} from './lake-error.ts'
import {textOf} from './row.ts'

const VISIBILITIES = ['public', 'private'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const isVisibility = (value: unknown): value is Visibility => VISIBILITIES.some((known) => known === value)

export class DatasetVisibility {
  readonly #db: DatabaseSync
  readonly #fixed: Visibility | null
  readonly #onPrivate: () => void
  #kept: Visibility

  /** @param onPrivate hears when the dataset stops being public */
  constructor(db: DatabaseSync, fixed: Visibility | null, onPrivate: () => void) {
    this.#db = db
    this.#fixed = fixed
    this.#onPrivate = onPrivate
    const row = db.prepare("select value from access_setting where name = 'visibility'").get()
    const value = row ? textOf(row, 'value') : 'public'
    this.#kept = isVisibility(value) ? value : 'private'
  }

  get current(): Visibility {
    return this.#fixed ?? this.#kept
  }

  get isPrivate(): boolean {
    return this.current === 'private'
  }

  /** @throws LakeError 409 when the start of the lake has said which */
  set(visibility: Visibility): void {
    if (this.#fixed !== null && this.#fixed !== visibility) {
      throw refusal(409, `The lake was started with --visibility ${this.#fixed}: start it without, or with the other.`)
    }
    this.#db
      .prepare(
        "insert into access_setting values ('visibility', ?) on conflict (name) do update set value = excluded.value",
      )
      .run(visibility)
    this.#kept = visibility
    if (visibility === 'private') this.#onPrivate()
  }
}
