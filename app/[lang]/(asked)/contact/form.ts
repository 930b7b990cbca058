/** What this view of the form holds: a token of its own, and, where the form comes back, what was typed into it. */
import {headers} from 'next/headers'
import {pageAskedFrom, pageBefore} from '@/lib/enquiries/asked-from'
import {enquiryKey} from '@/lib/enquiries/keys'
import {type Unsent, unsentHeader, unsentUnder} from '@/lib/enquiries/unsent'
import {newView, sealView} from '@/lib/enquiries/view-token'

/** The question that could not be taken, where the handler of the form asks for this page; null for everybody else. */
export const unsentOf = async (): Promise<Unsent | null> => unsentUnder((await headers()).get(unsentHeader))

/** Null where no token can be made: without a key nothing could be sealed either. */
export async function formOf(unsent: Unsent | null, from: unknown) {
  const asked = await headers()
  const page = pageAskedFrom(from) ?? pageBefore(asked.get('referer'), asked.get('host'))
  const view = unsent?.view ?? newView(page, Date.now())
  try {
    const token = sealView(view, enquiryKey('view-token'))
    return {token, from: view.page, typed: unsent?.typed ?? null, errors: unsent?.errors ?? {}}
  } catch (error) {
    console.error('[enquiries] The form cannot be shown:', error instanceof Error ? error.message : error)
    return null
  }
}
