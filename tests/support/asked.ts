/** Asks questions in the real store of a site that may be running: it is SQLite for both. */
import type {Asked} from '../../lib/enquiries/enquiry.ts'
import type {EnquiryStore, NewEnquiry} from '../../lib/enquiries/store.ts'
import {enquiry} from './enquiry.ts'

const ana: Partial<Asked> = {
  name: 'Ana Torres',
  email: 'ana@patient.example',
  question: 'How long will my back hurt?',
  unencryptedReplyIsFine: true,
  page: '/conditions/back-pain',
}

/** By Ana, just now, unless the test says otherwise. Answers the reference. */
export async function ask(
  store: EnquiryStore,
  differences: Partial<Asked> = {},
  more: Partial<Omit<NewEnquiry, 'asked'>> = {},
): Promise<string> {
  const given = enquiry({...ana, ...differences}, {receivedAt: Date.now(), ...more})
  return (await store.receive(given)).reference
}
