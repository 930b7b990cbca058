/** The open store of this clinic's questions; everybody comes to it through here. */
import path from 'node:path'
import {env} from '../env.ts'
import {processWide} from '../process-wide.ts'
import {ownKeyPlace} from './keys.ts'
import {SqliteEnquiryStore} from './sqlite-store.ts'
import type {EnquiryStore} from './store.ts'

export const enquiryFolder = (dataDir = env.dataDir): string =>
  path.join(/* turbopackIgnore: true */ dataDir, 'enquiries')

/** Opened on first use. Throws an error for people where it cannot be; the next call tries again. */
export const enquiryStore = (): EnquiryStore =>
  processWide('enquiry-store', () => new SqliteEnquiryStore(enquiryFolder(), ownKeyPlace()))
