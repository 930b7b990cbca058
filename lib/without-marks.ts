/** Takes the invisible marks of visual editing off a draft's words, where machines read them: in `<head>`, data, links. */
import {stegaClean} from '@sanity/client/stega'

/** The same text or plain data; published content has no marks, and comes back as it was. */
export function withoutMarks<Value>(value: Value): Value
export function withoutMarks(value: unknown): unknown {
  return stegaClean(value)
}
