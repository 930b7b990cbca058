/**
 * What `serve` and the other verbs are told: flags, then the environment, then defaults.
 * @module
 */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {isVisibility, type Visibility} from './dataset-visibility.ts'

const STRING = {type: 'string'} as const

const FLAGS = {
  data: STRING,
  /** The same; for those who run it without a project around it. */
  folder: STRING,
  host: STRING,
  port: STRING,
  project: STRING,
  dataset: STRING,
  'public-url': STRING,
  'allow-origin': {type: 'string', multiple: true},
  'studio-url': STRING,
  'webhook-url': STRING,
  'webhook-secret-file': STRING,
  role: STRING,
  name: STRING,
  email: STRING,
  credentials: {type: 'boolean'},
  visibility: STRING,
  expires: STRING,
  help: {type: 'boolean', short: 'h'},
  // Backups, and the doctor.
  keep: STRING,
  force: {type: 'boolean'},
  json: {type: 'boolean'},
  // Webhooks.
  url: STRING,
  on: STRING,
  filter: STRING,
  projection: STRING,
  method: STRING,
  header: {type: 'string', multiple: true},
  'secret-file': STRING,
  'include-drafts': {type: 'boolean'},
  'include-versions': {type: 'boolean'},
  limit: STRING,
  // Moving content.
  hosted: {type: 'boolean'},
  replace: {type: 'boolean'},
  missing: {type: 'boolean'},
  overwrite: {type: 'boolean'},
  raw: {type: 'boolean'},
  types: STRING,
  'no-assets': {type: 'boolean'},
  'no-drafts': {type: 'boolean'},
  'no-versions': {type: 'boolean'},
  'allow-failing-assets': {type: 'boolean'},
} as const

/** What was given on the command line, as it was given. */
export type GivenFlags = ReturnType<typeof parsed>['values']

/** What a project that wraps this command line already knows; flags still win. */
export type Defaults = {
  /** The folder of the store. */
  readonly data?: string
  readonly host?: string
  readonly port?: number
  readonly projectId?: string
  readonly dataset?: string
  readonly publicUrl?: string
  readonly studioUrl?: string
  readonly allowedOrigins?: readonly string[]
  readonly webhookUrl?: string
  readonly webhookSecretFile?: string
  /** What it can do besides, for its help. */
  readonly furtherHelp?: string
}

export type HostedProject = {
  readonly projectId: string | null
  readonly dataset: string
  readonly token: string | null
  /** Where its API answers, where that is not Sanity's own address. */
  readonly apiHost: string | null
}

export type Settings = {
  readonly verb: readonly string[]
  readonly help: boolean
  readonly folder: string
  readonly host: string
  readonly port: number
  readonly projectId: string
  readonly dataset: string
  readonly publicUrl: string
  readonly studioUrl: string
  readonly allowedOrigins: readonly string[]
  readonly webhookUrl: string | null
  readonly webhookSecretFile: string | null
  readonly role: string | null
  readonly name: string | null
  readonly email: string | null
  readonly credentials: boolean
  /** What the start says, or null for what the store says. */
  readonly visibility: Visibility | null
  readonly expires: string | null
  /** The hosted project that content is moved from or to. */
  readonly hosted: HostedProject
  /** For verbs with flags of their own. */
  readonly given: GivenFlags
}

/** Wrong arguments: said in one sentence, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

function portFrom(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new UsageError(`"${text}" is not a port: give a number from 0 to 65535.`)
}

function urlFrom(text: string, what: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol)) return text.replace(/\/$/, '')
  throw new UsageError(`"${text}" is not a web address: give ${what} as http://… or https://…`)
}

function visibilityFrom(text: string | undefined): Visibility | null {
  if (text === undefined) return null
  if (isVisibility(text)) return text
  throw new UsageError(`"${text}" is no visibility: a dataset is public or private.`)
}

export function settingsFrom(argv: readonly string[], defaults: Defaults, env: NodeJS.ProcessEnv): Settings {
  const {values, positionals} = parsed(argv)
  const host = values.host ?? defaults.host ?? env.HOST ?? '127.0.0.1'
  const port = portFrom(values.port ?? String(defaults.port ?? env.LAKE_PORT ?? 3939))
  const publicUrl = values['public-url'] ?? defaults.publicUrl ?? (port === 0 ? null : `http://localhost:${port}`)
  const studioUrl = values['studio-url'] ?? defaults.studioUrl ?? 'http://localhost:3000/studio'
  return {
    verb: positionals,
    help: values.help ?? false,
    folder: values.folder ?? values.data ?? defaults.data ?? join(env.DATA_DIR ?? '.data', 'lake'),
    host,
    port,
    projectId: values.project ?? defaults.projectId ?? 'clinic',
    dataset: values.dataset ?? defaults.dataset ?? 'production',
    publicUrl: publicUrl === null ? '' : urlFrom(publicUrl, 'the public address'),
    studioUrl: urlFrom(studioUrl, "the Studio's address"),
    allowedOrigins: (values['allow-origin'] ?? defaults.allowedOrigins ?? []).map((url) => urlFrom(url, 'an origin')),
    webhookUrl: values['webhook-url'] ?? defaults.webhookUrl ?? null,
    webhookSecretFile: values['webhook-secret-file'] ?? defaults.webhookSecretFile ?? null,
    role: values.role ?? null,
    name: values.name ?? null,
    email: values.email ?? null,
    credentials: values.credentials ?? false,
    visibility: visibilityFrom(values.visibility),
    expires: values.expires ?? null,
    hosted: {
      projectId: env.SANITY_PROJECT_ID || null,
      dataset: env.SANITY_DATASET || 'production',
      token: env.SANITY_API_TOKEN || null,
      apiHost: env.SANITY_API_HOST ? urlFrom(env.SANITY_API_HOST, 'SANITY_API_HOST') : null,
    },
    given: values,
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({args: [...argv], options: FLAGS, allowPositionals: true})
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), {cause: error})
  }
}

/** The webhook, or none. An address without a secret is refused: nobody could tell true events from forged ones. */
export function webhookFrom({webhookUrl, webhookSecretFile}: Settings): {url: string; secret: string} | undefined {
  if (webhookUrl === null) return undefined
  if (webhookSecretFile === null) {
    throw new UsageError('--webhook-url needs --webhook-secret-file: a file that holds the secret to sign with.')
  }
  const secret = readFileSync(webhookSecretFile, 'utf8').trim()
  if (secret.length < 16) {
    throw new UsageError(`The secret in ${webhookSecretFile} is too short: use at least 16 characters.`)
  }
  return {url: urlFrom(webhookUrl, "the webhook's address"), secret}
}
