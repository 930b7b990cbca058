import {about} from './about.ts'
import {howWeWrite} from './how-we-write.ts'
import {languageAssistance} from './language-assistance.ts'
import {accessibility, healthData, nondiscrimination, privacyPractices, websitePrivacy} from './notices.ts'

/** About us, and the notices that every page has to offer. */
export const pages = [
  about,
  howWeWrite,
  nondiscrimination,
  languageAssistance,
  privacyPractices,
  websitePrivacy,
  healthData,
  accessibility,
]
