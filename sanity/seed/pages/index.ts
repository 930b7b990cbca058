import {about} from './about.ts'
import {languageAssistance} from './language-assistance.ts'
import {accessibility, healthData, nondiscrimination, privacyPractices, websitePrivacy} from './notices.ts'

/** About us, and the notices that every page has to offer. */
export const pages = [
  about,
  nondiscrimination,
  languageAssistance,
  privacyPractices,
  websitePrivacy,
  healthData,
  accessibility,
]
