/**
 * The site's only reader of `process.env`: read once, parsed, frozen. A variable that is wrong is named, with what it
 * is for, before the first request. `.env.example` documents each of them.
 *
 * Next replaces `process.env.NAME` by its build-time value wherever it is written out; only a spread of the whole object
 * reads the value at run time. That is what lets one build serve any lake, any address and any data folder.
 */
import path from 'node:path'
import {z} from 'zod'

/** An empty line in an env file (`NAME=`) means "not set", as everybody expects of it. */
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsAbsent, type.optional())

const port = (fallback: number, purpose: string) =>
  z.preprocess(
    blankIsAbsent,
    z.coerce
      .number({error: `must be a port number: ${purpose}`})
      .int()
      .min(0)
      .max(65535)
      .default(fallback),
  )

const address = (purpose: string) =>
  optional(
    z
      .url({protocol: /^https?$/, error: `must be an address that begins with http:// or https://: ${purpose}`})
      .transform((url) => url.replace(/\/+$/, '')),
  )

const wholeNumber = (fallback: number, least: number, purpose: string) =>
  z.preprocess(
    blankIsAbsent,
    z.coerce
      .number({error: `must be a number: ${purpose}`})
      .int(`must be a whole number: ${purpose}`)
      .min(least, `must be at least ${least}: ${purpose}`)
      .default(fallback),
  )

const list = (purpose: string, item: z.ZodType<string>) =>
  z.preprocess(
    (value) =>
      String(value ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    z.array(item, {error: purpose}),
  )

const Environment = z.object({
  NODE_ENV: optional(z.string()),
  HOST: z.preprocess(blankIsAbsent, z.string().default('127.0.0.1')),
  PORT: port(3000, 'where the site listens'),
  LAKE_PORT: port(3939, 'where the embedded Content Lake listens'),
  SITE_URL: address("the site's public address, used in canonical links, cards and the sitemap"),
  LAKE_URL: address("the embedded Content Lake's address as browsers reach it"),
  DATA_DIR: z.preprocess(blankIsAbsent, z.string().default('.data')),
  NEXT_PUBLIC_SANITY_PROJECT_ID: optional(
    z.string().regex(/^[-a-z0-9]+$/, 'may hold only a-z, 0-9 and "-": the id of the Sanity project'),
  ),
  NEXT_PUBLIC_SANITY_DATASET: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .regex(/^[-_a-z0-9]+$/, 'may hold only a-z, 0-9, "-" and "_": the name of the dataset')
      .default('production'),
  ),
  SANITY_API_READ_TOKEN: optional(z.string()),
  SANITY_REVALIDATE_SECRET: optional(
    z.string().min(16, 'must have at least 16 characters: the secret that signs webhooks'),
  ),
  TRUST_PROXY: optional(
    z.enum(['0', '1'], {error: 'must be 1 or 0: whether a reverse proxy in front of the site says who is asking'}),
  ),
  ENQUIRY_IDENTITY: optional(
    z.string().startsWith('AGE-SECRET-KEY-1', 'must begin with AGE-SECRET-KEY-1: the key that opens enquiries'),
  ),
  ENQUIRY_RECOVERY_RECIPIENT: optional(
    z.string().startsWith('age1', 'must begin with age1: the public half of the recovery key'),
  ),
  ENQUIRY_KEEP_ANSWERED_DAYS: wholeNumber(90, 1, 'days after which an answered enquiry is deleted'),
  ENQUIRY_KEEP_DAYS: wholeNumber(180, 1, 'days after which any enquiry is deleted'),
  ENQUIRY_LIMIT: wholeNumber(20, 1, 'enquiries an hour that one address may send'),
  ENQUIRY_READERS: list('people who may read enquiries besides administrators', z.string()),
  SMTP_URL: optional(
    z.url({
      protocol: /^smtps?$/,
      hostname: /./,
      error:
        'must be an address like smtp://user:password@mail.example:587 (or smtps://): the server that sends mail to staff',
    }),
  ),
  ENQUIRY_MAIL_FROM: optional(z.email('must be an e-mail address: the sender of messages to staff')),
  ENQUIRY_MAIL_TO: list('the staff who are told of enquiries', z.email('must hold e-mail addresses of staff')),
  ENQUIRY_REMINDER_HOURS: wholeNumber(24, 1, 'hours of working days after which staff are reminded of what is unread'),
  KEEP_FRAMEWORK_SCRIPTS: optional(
    z.enum(['0', '1'], {error: 'must be 1 or 0: whether visitors get the scripts of the framework'}),
  ),
})

/** A setting that cannot be used. Its message names every such variable, and what each is for. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

export type Env = Readonly<{
  /** Where the site listens. */
  host: string
  port: number
  /** How this machine itself reaches what listens on `host`, as it stands in an address. */
  ownHost: string
  /** The site's public origin, without a slash at its end. */
  siteUrl: string
  /** Absolute path of the folder that holds everything this clinic owns. */
  dataDir: string
  projectId: string
  dataset: string
  /** Is the embedded Content Lake the source of content? Otherwise it is Sanity's hosted one. */
  embedded: boolean
  /** The embedded lake as this process reaches it; null on a hosted project. */
  lakeUrl: string | null
  /** The embedded lake as a browser reaches it; null on a hosted project. */
  publicLakeUrl: string | null
  /** As set in the environment; `lib/secrets.ts` knows the embedded set-up's own. */
  readToken: string | null
  revalidateSecrets: readonly string[]
  /** Do visitors get the framework's scripts? Off as long as nothing on a public page needs them (decision 0004). */
  keepFrameworkScripts: boolean
  production: boolean
  /** Does a reverse proxy say who is asking (the last entry of `X-Forwarded-For`)? Otherwise the connection does. */
  trustProxy: boolean
  enquiries: EnquirySettings
}>

/** What the clinic decides about questions of patients; decision 0017. */
export type EnquirySettings = Readonly<{
  /** The key that opens them, and the public half of the recovery key; null: in `DATA_DIR/secrets`. */
  identity: string | null
  recoveryRecipient: string | null
  /** Days until they are deleted: after the answer, and after the receipt whatever happened. */
  keepAnsweredDays: number
  keepDays: number
  /** How many one address may send in an hour. */
  limit: number
  /** E-mail addresses or ids of people who may read them besides administrators, in lower case. */
  readers: readonly string[]
  /** Mail to staff; null where it is not set up whole: server, sender and at least one recipient. */
  mail: Readonly<{server: string; from: string; to: readonly string[]}> | null
  /** The variables without which it is not. */
  mailLacks: readonly string[]
  /** Hours of working days after which staff are reminded of what is unread. */
  reminderHours: number
}>

/** A wildcard is no destination, and an IPv6 address stands in brackets. The launcher's settings know the same. */
const ownHostFor = (host: string): string =>
  ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host

const enquirySettingsFrom = (data: z.infer<typeof Environment>): EnquirySettings => ({
  identity: data.ENQUIRY_IDENTITY ?? null,
  recoveryRecipient: data.ENQUIRY_RECOVERY_RECIPIENT ?? null,
  keepAnsweredDays: data.ENQUIRY_KEEP_ANSWERED_DAYS,
  keepDays: data.ENQUIRY_KEEP_DAYS,
  limit: data.ENQUIRY_LIMIT,
  readers: data.ENQUIRY_READERS.map((reader) => reader.toLowerCase()),
  mail:
    data.SMTP_URL && data.ENQUIRY_MAIL_FROM && data.ENQUIRY_MAIL_TO.length > 0
      ? {server: data.SMTP_URL, from: data.ENQUIRY_MAIL_FROM, to: data.ENQUIRY_MAIL_TO}
      : null,
  mailLacks: [
    ...(data.SMTP_URL ? [] : ['SMTP_URL']),
    ...(data.ENQUIRY_MAIL_FROM ? [] : ['ENQUIRY_MAIL_FROM']),
    ...(data.ENQUIRY_MAIL_TO.length > 0 ? [] : ['ENQUIRY_MAIL_TO']),
  ],
  reminderHours: data.ENQUIRY_REMINDER_HOURS,
})

/** Parses an environment. Throws an `EnvironmentError` that names each unusable variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = Environment.safeParse(source)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({path: at, message}) => `  ${at.join('.')} ${message}`)
    throw new EnvironmentError(
      `These settings cannot be used:\n${lines.join('\n')}\nSee .env.example for each of them.`,
    )
  }
  const {data} = parsed
  const projectId = data.NEXT_PUBLIC_SANITY_PROJECT_ID ?? 'clinic'
  const embedded = projectId === 'clinic' && !data.SANITY_API_READ_TOKEN
  return Object.freeze({
    host: data.HOST,
    port: data.PORT,
    ownHost: ownHostFor(data.HOST),
    siteUrl: data.SITE_URL ?? `http://localhost:${data.PORT}`,
    dataDir: path.resolve(/* turbopackIgnore: true */ data.DATA_DIR),
    projectId,
    dataset: data.NEXT_PUBLIC_SANITY_DATASET,
    embedded,
    lakeUrl: embedded ? `http://${ownHostFor(data.HOST)}:${data.LAKE_PORT}` : null,
    publicLakeUrl: embedded ? (data.LAKE_URL ?? `http://localhost:${data.LAKE_PORT}`) : null,
    readToken: data.SANITY_API_READ_TOKEN ?? null,
    // Two secrets, separated by a comma, are both good: that is how one is changed without losing a webhook.
    revalidateSecrets: (data.SANITY_REVALIDATE_SECRET ?? '').split(',').filter(Boolean),
    keepFrameworkScripts: data.KEEP_FRAMEWORK_SCRIPTS === '1',
    production: data.NODE_ENV === 'production',
    trustProxy: data.TRUST_PROXY === '1',
    enquiries: enquirySettingsFrom(data),
  })
}

export const env: Env = parseEnv({...process.env})
