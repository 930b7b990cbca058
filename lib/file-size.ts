/** How large a file is, in words. */
import {type Language, languageFacts} from './language.ts'

/** `1.2 MB`, `340 KB`: thousands, not 1,024s, as phones and computers count today. Number and unit stay on one line. */
export function sizeInWords(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, Math.ceil(bytes / 1000)), 'KB'] : [bytes / 1_000_000, 'MB']
  // 999,900 bytes are one megabyte, not a thousand kilobytes.
  if (unit === 'KB' && value >= 1000) return sizeInWords(1_000_000, language)
  const digits = unit === 'MB' && value < 10 ? 1 : 0
  return `${new Intl.NumberFormat(languageFacts[language].locale, {maximumFractionDigits: digits}).format(value)}\u00a0${unit}`
}
