/**
 * The one listener of the public site: Next's documented custom server, behind the door.
 *
 * Run by the launcher (`npm start`, `npm run dev`); it ends when the launcher's channel closes.
 */
import http from 'node:http'
import path from 'node:path'
import next from 'next'
import {env} from '../lib/env.ts'
import {door} from './door/door.ts'

const root = path.resolve(import.meta.dirname, '..')
const development = process.argv.includes('--dev')

const server = http.createServer()
const app = next({dev: development, dir: root, hostname: env.host, port: env.port, httpServer: server})
await app.prepare()

const handle = app.getRequestHandler()
const enter = door((request, response) => handle(request, response), {
  publicLakeUrl: env.publicLakeUrl,
  projectId: env.projectId,
  keepFrameworkScripts: env.keepFrameworkScripts,
  secure: env.siteUrl.startsWith('https://'),
  production: !development,
  trustProxy: env.trustProxy,
})

// Slow or hanging callers must not hold up the others (Next's own advice is to leave this to a reverse proxy).
server.headersTimeout = 15_000
server.requestTimeout = 30_000
server.on('request', (request, response) => {
  enter(request, response).catch((error: unknown) => {
    console.error('[site] An answer failed:', error)
    if (!response.headersSent) response.writeHead(500, {'content-type': 'text/plain; charset=utf-8'})
    response.end('Something went wrong. Please try again.\n')
  })
})
server.on('error', (error) => {
  console.error(`[site] Cannot listen on ${env.host}:${env.port}: ${error.message}`)
  process.exit(1)
})
server.listen(env.port, env.host)

let ending = false
function end() {
  if (ending) return
  ending = true
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  // A caller that never finishes must not keep the site alive.
  setTimeout(() => process.exit(0), 5000).unref()
}
process.on('SIGTERM', end)
process.on('SIGINT', end)
// Started by the launcher: when it is gone, however it went, so is this.
if (process.channel) process.on('disconnect', end)
