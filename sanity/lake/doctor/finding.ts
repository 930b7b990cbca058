/** What an examination of a store found out about one thing. */
export type Finding = {
  /** `broken`: content is lost or at risk now. `attention`: advice. */
  readonly state: 'ok' | 'attention' | 'broken'
  readonly subject: string
  /** What it is, and, where it is not well, what to do. */
  readonly text: string
}

/** A few of many, so that a line stays one. */
export function fewOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown
}
