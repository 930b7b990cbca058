/** One measure of the bench: what it is called and how it is taken. */
import type {Table} from './table.ts'

export type MeasureOptions = {
  /** In a small form, only to see that it works: its figures mean nothing. */
  readonly quick: boolean
}

export type Measure = {
  readonly title: string
  readonly take: (options: MeasureOptions) => Promise<Table[]>
}
