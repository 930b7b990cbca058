/**
 * What was wrong with sending mail, in words for staff. They name settings and the mail server's code, never its own words:
 * those often repeat addresses.
 */

/** What nodemailer tells of a failure. */
export type MailFailure = Readonly<{
  message: string
  code?: string | undefined
  originalCode?: string | undefined
  command?: string | undefined
  responseCode?: number | undefined
}>

const temporary = 'It will be tried again.'

/** By nodemailer's code for the step that failed. */
const sentences: Record<string, (failure: MailFailure) => string> = {
  EAUTH: (failure) =>
    isTemporary(failure)
      ? `The mail server cannot check the password just now${inBrackets(failure)}. ${temporary}`
      : `The mail server does not accept the user name or password${inBrackets(failure)}. Correct them in SMTP_URL and start again.`,
  ENOAUTH: () => 'The mail server wants a user name and a password. Add them to SMTP_URL and start again.',
  EDNS: () => 'The name of the mail server is not known. Check SMTP_URL, and whether this machine reaches the network.',
  ETLS: (failure) =>
    failure.responseCode
      ? `The mail server offers no encryption (STARTTLS), so nothing was sent. ${seeGuide}`
      : isCertificate(failure)
        ? untrusted
        : `No encrypted connection to the mail server could be made. ${seeGuide}`,
  ESOCKET: (failure) =>
    isCertificate(failure)
      ? untrusted
      : `The mail server does not answer${inBrackets(failure)}. Is it running, and is SMTP_URL right? ${temporary}`,
  ETIMEDOUT: () => `The mail server took too long. ${temporary}`,
  EABORT: () => `The mail server took too long. ${temporary}`,
  ECONNECTION: (failure) =>
    `The mail server ended the connection before it had taken the message${inBrackets(failure)}. ${temporary}`,
  EPROTOCOL: (failure) =>
    `The mail server does not take messages from this machine${inBrackets(failure)}. ${temporary}`,
  EENVELOPE: (failure) => {
    if (isTemporary(failure)) return `The mail server asks to wait${inBrackets(failure)}. ${temporary}`
    if (failure.command === 'MAIL FROM') {
      return `The mail server refuses the sender${inBrackets(failure)}. Correct ENQUIRY_MAIL_FROM and start again.`
    }
    return `The mail server refuses the message${inBrackets(failure)}. Ask whoever looks after it.`
  },
  EMESSAGE: (failure) =>
    isTemporary(failure)
      ? `The mail server asks to wait${inBrackets(failure)}. ${temporary}`
      : `The mail server refuses the message${inBrackets(failure)}. Ask whoever looks after it.`,
}

const seeGuide = 'See “Mail to staff” in docs/operating.md.'
const untrusted = `The certificate of the mail server is not trusted, so nothing was sent. ${seeGuide}`

/** Wherever it was made: `instanceof` knows only the errors of its own realm. */
export const isError = (value: unknown): value is Error => Error.isError(value)

export function problemFor(error: unknown): string {
  if (!isError(error)) return 'The message could not be sent.'
  const failure: MailFailure = error
  const sentence = sentences[failure.code ?? '']
  return sentence ? sentence(failure) : `The message could not be sent${inBrackets(failure)}. ${temporary}`
}

/**
 * For addresses that were refused while others were not, or all of them.
 * @param places their places in ENQUIRY_MAIL_TO, counted from 1
 */
export function refusalOf(places: readonly number[], of: number, codes: readonly number[]): string {
  const which = places.length === of ? 'every address' : `address ${places.join(', ')} of ${of}`
  const rest = places.length === of ? 'Nobody is told of questions' : 'The others are told'
  const code = [...new Set(codes)].join(', ')
  return `The mail server refuses ${which} in ENQUIRY_MAIL_TO${code && ` (${code})`}. ${rest}. Correct it and start again.`
}

const isTemporary = ({responseCode = 0}: MailFailure): boolean => responseCode >= 400 && responseCode < 500

const isCertificate = ({originalCode = '', message}: MailFailure): boolean =>
  /CERT|ALTNAME|ISSUER|SELF_SIGNED|VERIFY/.test(originalCode) || /certificate|altnames/i.test(message)

function inBrackets({responseCode, originalCode, code}: MailFailure): string {
  const what = responseCode ?? originalCode ?? code
  return what ? ` (${what})` : ''
}
