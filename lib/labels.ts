/**
 * Every word of the site that is not content, by language. A new language is a new entry, and the compiler names what
 * it still lacks. The headings of the condition page are the clinic's own.
 */
import {en} from './labels/en.ts'
import {es} from './labels/es.ts'
import type {Language} from './language.ts'

/** The same table with any words in it. */
type Words<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends string
    ? string
    : Table[Key] extends (...parameters: infer Parameters) => string
      ? (...parameters: Parameters) => string
      : Words<Table[Key]>
}
export type Labels = Words<typeof en>

const tables: Record<Language, Labels> = {en, es}

/** The site's words in a language. */
export const labelsFor = (language: Language): Labels => tables[language]
