/** A page that needs nothing of the site, for when its form cannot be drawn: what was typed must not be lost with it. */
import {labelsFor} from '@/lib/labels'
import {failureWords} from '@/lib/labels/error'
import type {Language} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import {phoneHref} from '@/lib/phone'

type Props = {
  readonly language: Language
  /** What is wrong. */
  readonly sentences: readonly string[]
  readonly phone: string
  /** As it was typed, to be copied. */
  readonly question: string
}

export function plainPage({language, sentences, phone, question}: Props): string {
  const {enquiry, contact} = labelsFor(language)
  const {emergency} = failureWords[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(enquiry.error + enquiry.notSent)}</title>
<style>
:root { color-scheme: light dark }
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 10vh auto; padding: 0 1.25rem }
h1 { line-height: 1.2 }
blockquote { margin: 0; padding: 1rem; border: 1px solid; white-space: pre-wrap; overflow-wrap: anywhere }
</style>
</head>
<body>
<main id="problem">
<h1>${escaped(enquiry.notSent)}</h1>
${sentences.map((words) => `<p>${escaped(words)}</p>\n`).join('')}${phone === '' ? '' : `<p>${escaped(enquiry.call)} <a href="${escaped(phoneHref(phone))}">${escaped(phone)}</a></p>\n`}${question === '' ? '' : `<h2>${escaped(enquiry.question)}</h2>\n<blockquote>${escaped(question)}</blockquote>\n`}<p><a href="${pathIn(language, '/contact')}">${escaped(contact.title)}</a></p>
<p><strong>${escaped(emergency)}</strong></p>
</main>
</body>
</html>
`
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
