/** Questions of patients for tests: one as it may come, and a store of one's own. */
import {randomUUID} from 'node:crypto'
import path from 'node:path'
import type {Asked} from '../../lib/enquiries/enquiry.ts'
import type {KeyPlace} from '../../lib/enquiries/keys.ts'
import {SqliteEnquiryStore} from '../../lib/enquiries/sqlite-store.ts'
import type {Actor, NewEnquiry} from '../../lib/enquiries/store.ts'

export const asked: Asked = {
  name: 'Rosa Delgado',
  way: 'email',
  email: 'rosa@patient.example',
  phone: '',
  when: 'in the morning',
  question: 'My left hand is numb at night.\nIs that my neck?',
  unencryptedReplyIsFine: false,
  page: '/conditions/neck-pain',
  language: 'en',
}

/** 25 November 2026, 10:00 UTC. */
export const noon = Date.UTC(2026, 10, 25, 10)

export const nurse: Actor = {id: 'person-nurse', name: 'Nina Nurse'}

/** An enquiry as the form hands it over. Two without a question of their own are the same question. */
export const enquiry = (
  differences: Partial<Asked> = {},
  {receivedAt = noon, state = 'new', spamScore = 0, id = randomUUID()}: Partial<Omit<NewEnquiry, 'asked'>> = {},
): NewEnquiry => ({id, receivedAt, state, spamScore, asked: {...asked, ...differences}})

export const keyPlaceIn = (folder: string, given: Partial<KeyPlace> = {}): KeyPlace => ({
  folder: path.join(folder, 'secrets'),
  identity: null,
  recoveryRecipient: null,
  ...given,
})

export const storeIn = (folder: string, place: KeyPlace = keyPlaceIn(folder)): SqliteEnquiryStore =>
  new SqliteEnquiryStore(path.join(folder, 'enquiries'), place)
