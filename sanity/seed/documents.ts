/** The whole sample clinic, as documents whose pictures are not uploaded yet. */
import type {SeedDocument} from './build.ts'
import {conditions} from './conditions/index.ts'
import {spanish} from './es/index.ts'
import {facts} from './facts.ts'
import {faqs} from './faqs.ts'
import {locations} from './locations.ts'
import {pages} from './pages/index.ts'
import {people} from './people.ts'
import {redirects} from './redirects.ts'
import {searchWordsDocuments} from './search-words.ts'
import {sampleSettings, spanishSettings} from './settings.ts'
import {sources} from './sources.ts'
import {treatments} from './treatments/index.ts'

export const sampleDocuments: readonly SeedDocument[] = [
  ...sources,
  ...facts,
  ...faqs,
  ...treatments,
  ...conditions,
  ...locations,
  ...people,
  ...pages,
  ...redirects,
  ...searchWordsDocuments,
  ...spanish,
  sampleSettings,
  spanishSettings,
]
