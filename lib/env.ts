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
}>

/** A wildcard is no destination, and an IPv6 address stands in brackets. The launcher's settings know the same. */
const ownHostFor = (host: string): string =>
  ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host

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
  })
}

export const env: Env = parseEnv({...process.env})
