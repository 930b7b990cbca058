/**
 * The embedded Content Lake: Sanity's HTTP API over one folder, as a function from Request to Response.
 * @module
 */

import {Access} from './access.ts'
import {type AccessAdmin, accessAdmin} from './access-admin.ts'
import {Accounts} from './account.ts'
import type {World} from './action.ts'
import {answer} from './answer.ts'
import {Assets, isAsset, withAddress} from './assets.ts'
import {Cors} from './cors.ts'
import {openDatabase} from './database.ts'
import {DatasetVisibility, type Visibility} from './dataset-visibility.ts'
import {isLakeDocument} from './document.ts'
import {History} from './history.ts'
import {HookDispatcher, type HookTiming} from './hooks/dispatcher.ts'
import type {House} from './house.ts'
import {Listeners} from './listeners.ts'
import {LiveEvents} from './live.ts'
import type {Log} from './log.ts'
import {LongQueries} from './long-queries.ts'
import {Presence} from './presence.ts'
import {Queries} from './query.ts'
import {QueryAnswers} from './query-answers.ts'
import {ReleaseClock} from './release-clock.ts'
import {releaseRunner} from './release-runner.ts'
import {Renditions} from './renditions.ts'
import {Router} from './router.ts'
import {accountRoutes} from './routes/account.ts'
import {assetRoutes} from './routes/assets.ts'
import {authRoutes} from './routes/auth.ts'
import {documentRoutes} from './routes/documents.ts'
import {historyRoutes} from './routes/history.ts'
import {listenRoutes} from './routes/listen.ts'
import {mutateRoutes} from './routes/mutate.ts'
import {peopleRoutes} from './routes/people.ts'
import {projectRoutes} from './routes/project.ts'
import {queryRoutes} from './routes/query.ts'
import {refusedRoutes} from './routes/refused.ts'
import {userRoutes} from './routes/users.ts'
import {Store} from './store.ts'
import {NOBODY, Tethers} from './tether.ts'
import {type Undone, undoAuthor} from './undo.ts'
import {Outbox} from './webhook.ts'

export type LakeOptions = {
  /** The folder of the store; made, with access for its owner only, when it is not there. */
  readonly folder: string
  readonly projectId?: string
  readonly dataset?: string
  /** Where browsers reach the lake; without it, where it listens. No slash at the end. */
  readonly publicUrl?: string
  readonly studioUrl?: string
  /** Origins of web pages that may use the lake, with credentials, besides the Studio's and those kept in the store. */
  readonly allowedOrigins?: readonly string[]
  /** Whether published content is for everybody; without it, what the store says, and at first public. */
  readonly visibility?: Visibility
  readonly webhook?: {readonly url: string; readonly secret: string}
  /** When webhooks are tried again and given up; Sanity's figures where nothing is said. */
  readonly hookTiming?: Partial<HookTiming>
  /** False for a lake that is opened to look something up: it sends no webhooks and publishes no releases. */
  readonly sendsWebhooks?: boolean
  /** Bytes that pictures made to measure may take on disk. */
  readonly renditionsLimit?: number
  readonly log?: Log
  /** Called when the disk can no longer be trusted: end the process, a restart recovers. */
  readonly onFatal?: (error: unknown) => void
  /** The clock of accounts, sessions and limits, for tests. Milliseconds since 1970. */
  readonly now?: () => number
}

export type LakeStatus = {
  readonly projectId: string
  readonly dataset: string
  /** Where browsers reach it. */
  readonly url: string
  /** Where it listens, empty where it does not. */
  readonly listensAt: string
  readonly documents: number
  readonly listeners: number
  readonly pendingWebhooks: number
}

/** Webhooks, as their owner manages them. */
export type HookAdmin = Pick<HookDispatcher, 'registry' | 'log' | 'redeliver' | 'look'>

/** What only the owner of the machine may do; the command line speaks to it. */
export type LakeAdmin = AccessAdmin & {
  status(): LakeStatus
  /** Takes back what one author wrote. */
  undo(author: string): Undone
  readonly hooks: HookAdmin
}

/** Where a request comes from. */
export type Caller = {readonly address: string}

export type Lake = {
  fetch(request: Request, caller?: Caller): Promise<Response>
  /** Whether web pages of an origin may use the lake, for what is no request (WebSockets). */
  isAllowedOrigin(origin: string): boolean
  /** Every address that is answered, as `GET /users/:ids`. */
  readonly routes: readonly string[]
  readonly admin: LakeAdmin
  /** The one dataset it holds. */
  readonly dataset: string
  /** Who is where in the Studio; whoever carries WebSockets connects browsers to it. */
  readonly presence: Presence
  /** Tells the lake where it is reached, for those who gave no public URL. */
  listeningAt(url: string): void
  close(): Promise<void>
}

const RENDITIONS_LIMIT = 512 * 1024 * 1024

/** Opens a lake. @throws LakeError when another process has the folder, or when a newer lake has written it */
export async function createLake(options: LakeOptions): Promise<Lake> {
  const {projectId = 'clinic', dataset = 'production', studioUrl = 'http://localhost:3000/studio'} = options
  const log: Log = options.log ?? (() => {})
  const database = openDatabase(options.folder)
  const store = new Store(database, log, (error) => {
    log({level: 'error', event: 'fatal', message: `The store cannot write to disk any more: ${String(error)}`})
    options.onFatal?.(error)
  })
  let listensAt = ''
  let publicUrl = options.publicUrl?.replace(/\/$/, '') ?? ''
  const rebaseAssets = (): void => {
    for (const document of store.documents.all()) {
      if (isAsset(document)) store.overlay(withAddress(document, publicUrl))
    }
  }
  if (publicUrl !== '') rebaseAssets()

  const now = options.now ?? Date.now
  const tethers = new Tethers(now)
  const accounts = new Accounts(database.db, now, (id) => tethers.cut(id))
  const queries = new Queries({projectId, dataset}, store.references)
  const history = new History(database.db)
  const world: World = {
    idsWith: (prefix) => store.documents.all().flatMap(({_id}) => (_id.startsWith(prefix) ? [_id] : [])),
    past(id, revision) {
      const document = history.revision(id, {revision, time: null})
      return isLakeDocument(document) ? document : null
    },
  }
  const house: House = {
    projectId,
    dataset,
    studioUrl,
    publicUrl: () => publicUrl,
    db: database.db,
    store,
    world,
    queries,
    answers: new QueryAnswers(
      store,
      queries,
      new LongQueries({folder: options.folder, projectId, dataset}, () => store.documents.size, log),
      () => publicUrl,
    ),
    access: new Access(database.db, accounts.sessions, now, (id) => tethers.cut(id)),
    accounts,
    visibility: new DatasetVisibility(database.db, options.visibility ?? null, () => tethers.cut(NOBODY)),
    tethers,
    cors: new Cors(database.db, [studioUrl, ...(options.allowedOrigins ?? [])]),
    listeners: new Listeners(store, queries, database.db),
    live: new LiveEvents(store),
    assets: new Assets(options.folder, projectId, dataset),
    log,
  }
  const outbox = options.webhook ? new Outbox(database.db, {...options.webhook, projectId, dataset, log}) : null
  if (outbox) {
    store.accompany((commit) => outbox.record(commit))
    store.subscribe(() => outbox.committed())
  }
  const hooks = new HookDispatcher(house, options.hookTiming)
  const clock = new ReleaseClock(store, releaseRunner(store, world), log)
  if (options.sendsWebhooks !== false) {
    hooks.start()
    clock.start()
  }
  const router = new Router([
    ...authRoutes(house),
    ...accountRoutes(house),
    ...peopleRoutes(house),
    ...userRoutes(house),
    ...projectRoutes(house),
    ...queryRoutes(house),
    ...documentRoutes(house),
    ...mutateRoutes(house),
    ...listenRoutes(house),
    ...historyRoutes(house),
    ...assetRoutes(house, new Renditions(options.folder, options.renditionsLimit ?? RENDITIONS_LIMIT)),
    ...refusedRoutes(),
  ])

  const presence = new Presence({getUserId: (token) => house.access.getIdentity(token)?.userId ?? null})

  return {
    fetch: (request, caller) => answer(house, router, request, caller?.address ?? null),
    isAllowedOrigin: (origin) => house.cors.isAllowed(origin),
    routes: router.routes,
    admin: adminOf(house, hooks, {
      pendingWebhooks: () => (outbox?.pending ?? 0) + hooks.log.pending,
      listensAt: () => listensAt,
    }),
    dataset,
    presence,
    listeningAt(url) {
      listensAt = url
      if (publicUrl !== '') return
      publicUrl = url
      rebaseAssets()
    },
    async close() {
      clock.stop()
      await house.answers.close()
      tethers.close()
      house.listeners.close()
      house.live.close()
      presence.close()
      await outbox?.close()
      await hooks.close()
      database.close()
    },
  }
}

type Running = {pendingWebhooks(): number; listensAt(): string}

function adminOf(house: House, hooks: HookAdmin, running: Running): LakeAdmin {
  const {store} = house
  return {
    hooks,
    undo: (author) => undoAuthor(house.db, store, author),
    ...accessAdmin(house),
    status: () => ({
      projectId: house.projectId,
      dataset: house.dataset,
      url: house.publicUrl(),
      listensAt: running.listensAt(),
      documents: store.documents.size,
      listeners: house.listeners.size + house.live.size,
      pendingWebhooks: running.pendingWebhooks(),
    }),
  }
}
