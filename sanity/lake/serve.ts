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

/** Runs until told to stop. @throws when another lake has the folder, or the port is taken */
export async function serve(settings: Settings): Promise<void> {
  const {folder, host, port, projectId, dataset, publicUrl, studioUrl, allowedOrigins} = settings
  const lake = await createLake({
    folder,
    projectId,
    dataset,
    studioUrl,
    allowedOrigins,
    publicUrl: publicUrl === '' ? undefined : publicUrl,
    webhook: webhookFrom(settings),
    log: writeLine,
    onFatal: () => process.exit(1),
  })
  const listening = await serveLake(lake, {host, port})
  const control = await openControl(lake.admin, folder)

  let isStopping = false
  const stop = (reason: string): void => {
    if (isStopping) return
    isStopping = true
    writeLine({level: 'info', event: 'stopping', message: `Stopping: ${reason}.`})
    setTimeout(() => process.exit(0), PATIENCE_MS).unref()
    Promise.allSettled([control.close(), listening.close()])
      .then(() => lake.close())
      .finally(() => process.exit(0))
  }
  process.once('SIGTERM', () => stop('SIGTERM'))
  process.once('SIGINT', () => stop('SIGINT'))
  // Started by a launcher over IPC: when the launcher dies, however it dies, the channel closes.
  if (process.channel) process.once('disconnect', () => stop('the launcher has ended'))

  writeLine({
    level: 'info',
    event: 'listening',
    message: `Content Lake "${projectId}/${dataset}" on ${listening.url}`,
    url: listening.url,
    port: listening.port,
  })
  process.send?.({event: 'listening', url: listening.url, port: listening.port})
}
