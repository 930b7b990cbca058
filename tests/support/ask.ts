/** Asks the real site a question as a patient's browser without scripts does: fetches the form, fills it in, sends it. */
import {asked} from './enquiry'

export type FilledIn = URLSearchParams

/** The form as the site shows it, filled in. Rejects where the site does not answer. */
export async function fillIn(siteUrl: string, fields: Record<string, string> = {}): Promise<FilledIn> {
  const response = await fetch(`${siteUrl}/contact?from=/conditions/neck-pain`)
  const html = await response.text()
  const form = /<form[^>]*action="\/api\/enquiries[\s\S]*?<\/form>/.exec(html)?.[0]
  if (!form) throw new Error(`The page of the form came with ${response.status} and without it.`)
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const {name, way, email, question} = asked
  return new URLSearchParams({
    ...Object.fromEntries(hidden.map(([, field = '', value = '']) => [field, value])),
    ...{name, way, email, question},
    ...fields,
  })
}

export type Answer = {readonly status: number; readonly reference: string | null}

/** Rejects where no answer comes. */
export async function send(siteUrl: string, form: FilledIn): Promise<Answer> {
  const response = await fetch(`${siteUrl}/api/enquiries`, {
    method: 'POST',
    redirect: 'manual',
    headers: {origin: siteUrl, 'content-type': 'application/x-www-form-urlencoded'},
    body: form.toString(),
  })
  await response.arrayBuffer()
  const location = response.headers.get('location') ?? ''
  return {status: response.status, reference: /[?&]ref=([\w-]+)/.exec(location)?.[1] ?? null}
}
