/** The languages in which the clinic has a site: the default one, and each for which settings are published. */
import {defaultLanguage, type Language, languages} from '@/lib/language'
import {keptAnswer} from '@/lib/revalidation/answers'
import {siteContract} from '@/sanity/content/site'

export const languagesInUse = (): Language[] =>
  languages.filter((language) => language === defaultLanguage || hasSettings(language))

/** A language without settings of its own borrows the default one's: then the answer says so. */
function hasSettings(language: Language): boolean {
  const kept = keptAnswer({contract: siteContract.name, params: {language}})?.value
  return typeof kept === 'object' && kept !== null && 'language' in kept && kept.language === language
}
