/**
 * Takes a question: reads the form, and stores it durably or says why not. What comes in over HTTP, and how it is answered,
 * is the handler's (`app/api/enquiries`).
 */
import {pageAskedFrom} from './asked-from.ts'
import type {Asked} from './enquiry.ts'
import {type FilledForm, type FormErrors, readForm, type Typed} from './form.ts'
import type {Limits} from './limits.ts'
import {heldFrom, spamScore} from './spam.ts'
import type {EnquiryStore} from './store.ts'
import {isTooOld, newView, openView, type View} from './view-token.ts'

export type Received =
  /** It is on the disk. */
  | {readonly outcome: 'stored'; readonly reference: string}
  /** There are mistakes in it, or the form is too old. */
  | {readonly outcome: 'unsent'; readonly errors: FormErrors; readonly isOld: boolean}
  | {readonly outcome: 'tooMany'; readonly seconds: number}
  /** The disk did not take it; `error` is for the log and holds nothing that was typed. */
  | {readonly outcome: 'notStored'; readonly error: unknown}

type Means = {
  /** Throws where the store cannot be opened. */
  readonly store: () => EnquiryStore
  /** 32 bytes, see `view-token.ts`. Throws where there is none to be had. */
  readonly viewKey: () => Buffer
  readonly limits: Limits
  readonly address: string
  readonly now: number
}

export async function receive(
  fields: URLSearchParams,
  {store, viewKey, limits, address, now}: Means,
): Promise<Received & {readonly typed: Typed; readonly view: View}> {
  const {typed, form, errors} = readForm(fields)
  const opened = viewIn(typed, viewKey)
  if (opened instanceof Error) return {outcome: 'notStored', error: opened, typed, view: newView(null, now)}
  const isOld = opened === null || isTooOld(opened, now)
  // Where the token says nothing any more, the form still remembers the page.
  const page = opened ? opened.page : pageAskedFrom(typed.from)
  const view = opened && !isOld ? opened : newView(page, now)
  const back = {typed, view}
  if (errors || isOld) return {outcome: 'unsent', errors: errors ?? {}, isOld, ...back}
  const seconds = limits.take(address)
  if (seconds !== null) return {outcome: 'tooMany', seconds, ...back}
  const asked = askedIn(form, page)
  const score = spamScore({form, age: now - view.drawnAt})
  try {
    const {reference} = await store().receive({
      id: view.id,
      receivedAt: now,
      spamScore: score,
      state: score >= heldFrom ? 'held' : 'new',
      asked,
    })
    return {outcome: 'stored', reference, ...back}
  } catch (error) {
    return {outcome: 'notStored', error, ...back}
  }
}

/** The view that was sent; null where its token is none. An error where no token can be opened at all. */
function viewIn({view}: Typed, viewKey: Means['viewKey']): View | null | Error {
  try {
    return openView(view, viewKey())
  } catch (error) {
    return error instanceof Error ? error : new Error('There is no key.')
  }
}

const askedIn = (
  {name, way, email, phone, when, question, unencryptedReplyIsFine, language}: FilledForm,
  page: string | null,
): Asked => ({name, way, email, phone, when, question, unencryptedReplyIsFine, page, language})
