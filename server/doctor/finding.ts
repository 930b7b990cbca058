/** What the doctor found out about one thing. */
export type Finding = {
  /** `broken`: patients or editors are affected. `attention`: advice. */
  readonly state: 'ok' | 'attention' | 'broken'
  readonly subject: string
  /** What it is, and, where it is not well, what to do. */
  readonly text: string
}
