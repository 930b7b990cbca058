/**
 * Questions as a table (CSV, RFC 4180) that opens in Excel and the like. A cell that begins as a formula does would be
 * run by them, with whatever a stranger typed: it gets an apostrophe before it, which they show as text.
 */
import type {OpenedEnquiry} from './enquiry.ts'

const columns: readonly (readonly [title: string, of: (enquiry: OpenedEnquiry) => string])[] = [
  ['Reference', ({reference}) => reference],
  ['Received', ({receivedAt}) => new Date(receivedAt).toISOString()],
  ['State', ({state}) => state],
  ['Answered', ({answeredAt}) => (answeredAt === null ? '' : new Date(answeredAt).toISOString())],
  ['Name', ({asked}) => asked.name],
  ['E-mail', ({asked}) => asked.email],
  ['Phone', ({asked}) => asked.phone],
  ['When', ({asked}) => asked.when],
  ['Unencrypted reply', ({asked}) => (asked.unencryptedReplyIsFine ? 'yes' : 'no')],
  ['Language', ({asked}) => asked.language],
  ['Page', ({asked}) => asked.page ?? ''],
  ['Question', ({asked}) => asked.question],
  ['Assigned to', ({handling}) => handling.assignee?.name ?? ''],
  ['Notes', ({handling}) => handling.notes.map(({by, text}) => `${by}: ${text}`).join('\n')],
]

/** With the mark by which Excel knows UTF-8. */
export function tableOf(enquiries: readonly OpenedEnquiry[]): string {
  const lines = [columns.map(([title]) => title), ...enquiries.map((enquiry) => columns.map(([, of]) => of(enquiry)))]
  return `\uFEFF${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

/** What begins a formula, also behind blanks that programs pass over, and in the wide forms that some of them take for it. */
const formula = /^[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

export function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('\0', '').replaceAll('"', '""')}"`
}
