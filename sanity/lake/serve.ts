/**
 * `serve`: the lake as a process. It needs no orderly end: SIGTERM merely hurries what a kill would do.
 * @module
 */
import {openControl} from './control.ts'
import {createLake} from './lake.ts'
import type {Log, LogEntry} from './log.ts'
import {serveLake} from './server.ts'
import {type Settings, webhookFrom} from './settings.ts'

/** How long open requests may take to end. */
const PATIENCE_MS = 800

const writeLine: Log = (entry: LogEntry) => {
  process.stdout.write(`${JSON.stringify({time: new Date().toISOString(), ...entry})}\n`)
}

/** Ends the process when it is told to, closing what was opened by then. */
function endingOf(): {closeFirst(close: () => Promise<void>): void} {
  const closers: (() => Promise<void>)[] = []
  let isStopping = false
  const stop = async (reason: string): Promise<void> => {
    if (isStopping) return
    isStopping = true
    writeLine({level: 'info', event: 'stopping', message: `Stopping: ${reason}.`})
    setTimeout(() => process.exit(0), PATIENCE_MS).unref()
    for (const close of closers) await close().catch(() => {})
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop('SIGTERM'))
  process.once('SIGINT', () => void stop('SIGINT'))
  // Started by a launcher over IPC: when the launcher dies, however it dies, the channel closes.
  process.once('disconnect', () => void stop('the launcher has ended'))
  // Who reads the log may go first.
  process.stdout.on('error', () => {})
  return {closeFirst: (close) => closers.unshift(close)}
}

/** Runs until told to stop. @throws when another lake has the folder, or the port is taken */
export async function serve(settings: Settings): Promise<void> {
  const {folder, host, port, projectId, dataset, publicUrl, studioUrl, allowedOrigins, visibility} = settings
  const webhook = webhookFrom(settings)
  const ending = endingOf()
  const lake = await createLake({
    folder,
    projectId,
    dataset,
    studioUrl,
    allowedOrigins,
    visibility: visibility ?? undefined,
    publicUrl: publicUrl === '' ? undefined : publicUrl,
    webhook,
    log: writeLine,
    onFatal: () => process.exit(1),
  })
  ending.closeFirst(lake.close)
  const listening = await serveLake(lake, {host, port}).catch(async (error: unknown) => {
    await lake.close()
    throw error
  })
  ending.closeFirst(listening.close)
  const control = await openControl(lake.admin, folder)
  ending.closeFirst(control.close)

  writeLine({
    level: 'info',
    event: 'listening',
    message: `Content Lake "${projectId}/${dataset}" on ${listening.url}`,
    url: listening.url,
    port: listening.port,
  })
  // The launcher may be gone by now, which 'disconnect' deals with.
  const message = {event: 'listening', url: listening.url, port: listening.port}
  if (process.connected) process.send?.(message, undefined, undefined, () => {})
}
