/** A page that needs nothing of the site, for when its form cannot be drawn: what was typed must not be lost with it. */
import {bareDocument, escaped} from '@/lib/bare-document'
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
  const call = `<p>${escaped(enquiry.call)} <a href="${escaped(phoneHref(phone))}">${escaped(phone)}</a></p>`
  const typed = `<h2>${escaped(enquiry.question)}</h2>\n<blockquote>${escaped(question)}</blockquote>`
  return bareDocument({
    language,
    title: enquiry.error + enquiry.notSent,
    id: 'problem',
    main: [
      `<h1>${escaped(enquiry.notSent)}</h1>`,
      ...sentences.map((words) => `<p>${escaped(words)}</p>`),
      ...(phone === '' ? [] : [call]),
      ...(question === '' ? [] : [typed]),
      `<p><a href="${pathIn(language, '/contact')}">${escaped(contact.title)}</a></p>`,
      `<p><strong>${escaped(emergency)}</strong></p>`,
    ].join('\n'),
  })
}
