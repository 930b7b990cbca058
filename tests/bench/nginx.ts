/** An nginx of our own that serves given answers from files: the fastest that can be asked of this machine. */
import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {chownSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {atTheEnd} from '../support/endings.ts'
import {freePort} from '../support/free-port.ts'
import {ended} from '../support/start-clinic.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {until} from '../support/until.ts'

/** An answer as it was on the wire. */
export type Answer = {readonly headers: Readonly<Record<string, string>>; readonly body: Buffer}

/** These belong to a connection or are nginx's own to say. */
const notOurs = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length', 'content-type'])

const nobody = 65534

export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).error === undefined

/** Serves each answer at `/<name>`, head and body. @returns its address */
export async function startNginx(answers: Readonly<Record<string, Answer>>): Promise<string> {
  const {folder, remove} = temporaryFolder('nginx')
  atTheEnd(remove)
  const port = await freePort()
  const files = path.join(folder, 'files')
  mkdirSync(files)
  for (const [name, {body}] of Object.entries(answers)) writeFileSync(path.join(files, name), body)
  writeFileSync(path.join(folder, 'nginx.conf'), configuration(port, answers))
  // As root it would give its rights away to a user of the system's choice: give them away ourselves.
  const isRoot = process.getuid?.() === 0
  if (isRoot) for (const place of [folder, files]) chownSync(place, nobody, nobody)
  const nginx = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], {
    stdio: 'ignore',
    ...(isRoot && {uid: nobody, gid: nobody}),
  })
  atTheEnd(() => ended(nginx, 'SIGTERM'))
  const url = `http://127.0.0.1:${port}`
  await until(() => isUp(nginx, folder, url), 'nginx', 10_000)
  return url
}

async function isUp({exitCode}: ChildProcess, folder: string, url: string): Promise<boolean> {
  if (exitCode !== null) {
    console.error(readFileSync(path.join(folder, 'error.log'), 'utf8'))
    return false
  }
  await fetch(url)
  return true
}

/** One worker, as the site has one thread; the rest as its manual recommends for static files. */
const configuration = (port: number, answers: Readonly<Record<string, Answer>>) => `daemon off;
worker_processes 1;
pid nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  etag off;
  keepalive_requests 100000000;
  open_file_cache max=100 inactive=60s;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${port};
    root files;
    types { }
${Object.entries(answers)
  .map(([name, {headers}]) => `    location = /${name} {\n${directives(headers)}\n    }`)
  .join('\n')}
  }
}
`

const directives = (headers: Readonly<Record<string, string>>) =>
  [
    `      default_type "${headers['content-type'] ?? 'text/html'}";`,
    ...Object.entries(headers)
      .filter(([name]) => !notOurs.has(name))
      .map(([name, value]) => `      add_header ${name} "${value.replace(/["\\]/g, '\\$&')}";`),
  ].join('\n')
