/**
 * What a process did to its files and said on its sockets, in order, read from a log of `strace`. A call counts at the
 * moment at which it returned.
 */
import {createReadStream} from 'node:fs'
import path from 'node:path'
import {createInterface} from 'node:readline'

export type Step =
  | {readonly kind: 'create' | 'folder' | 'remove' | 'sync'; readonly path: string}
  | {readonly kind: 'rename' | 'link'; readonly from: string; readonly path: string}
  | {readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer}
  | {readonly kind: 'cut to'; readonly path: string; readonly length: number}
  /** Bytes that left on a socket: what the lake told somebody. */
  | {readonly kind: 'say'; readonly text: string}

/** The arguments of strace that this reads. `-xx` writes every text in hexadecimal, so that none can be mistaken. */
export const straceArguments = (log: string): string[] => [
  ...['-f', '-qq', '-xx', '-s', '4194304', '-e', 'signal=none', '-o', log, '-e'],
  'trace=open,openat,close,write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat',
]

const text = String.raw`"((?:\\x[0-9a-f]{2})*)"`
const textsIn = (args: string): Buffer[] =>
  [...args.matchAll(new RegExp(text, 'g'))].map(([, hex = '']) => bytesOf(hex))
const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')

/** Not kept by a disk on its own account: an index of the log that SQLite makes again, the lock, the socket. */
const isFleeting = (file: string): boolean => /(?:-shm|lake\.lock(?:-journal)?|lake\.sock|\.log)$/.test(file)

type Open = {path: string; position: number}

export class Trace {
  readonly steps: Step[] = []
  readonly #root: string
  readonly #open = new Map<number, Open>()
  readonly #unfinished = new Map<string, string>()
  readonly #sizes = new Map<string, number>()

  /** @param root the folder whose files count */
  constructor(root: string) {
    this.#root = `${root}/`
  }

  static async read(log: string, root: string): Promise<readonly Step[]> {
    const trace = new Trace(root)
    for await (const line of createInterface({
      input: createReadStream(log, 'latin1'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      trace.add(line)
    }
    return trace.steps
  }

  add(line: string): void {
    const [, process = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (rest.endsWith('<unfinished ...>')) {
      this.#unfinished.set(process, rest.slice(0, -'<unfinished ...>'.length).trimEnd())
      return
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)
    const whole = resumed ? `${this.#unfinished.get(process) ?? ''}${resumed[1]}` : rest
    const [, call = '', args = '', result = ''] = /^(\w+)\((.*)\) += (-?\d+)/.exec(whole) ?? []
    if (call !== '' && !result.startsWith('-')) this.#take(call, args, Number(result))
  }

  #take(call: string, args: string, result: number): void {
    const handle = Number.parseInt(args, 10)
    switch (call) {
      case 'open':
      case 'openat':
        this.#opened(args, result)
        return
      case 'close':
        this.#open.delete(handle)
        return
      case 'fsync':
      case 'fdatasync':
        this.#onFile(handle, ({path}) => this.steps.push({kind: 'sync', path}))
        return
      case 'ftruncate':
        this.#onFile(handle, ({path}) => {
          const length = Number(args.split(',')[1])
          this.#sizes.set(path, length)
          this.steps.push({kind: 'cut to', path, length})
        })
        return
      case 'rename':
      case 'renameat':
      case 'renameat2': {
        const [from, to] = textsIn(args).map(String)
        if (from === undefined || to === undefined || !this.#counts(to)) return
        this.#sizes.set(to, this.#sizes.get(from) ?? 0)
        for (const open of this.#open.values()) if (open.path === from) open.path = to
        this.steps.push({kind: 'rename', from, path: to})
        return
      }
      case 'link':
      case 'linkat': {
        const [from, to] = textsIn(args).map(String)
        if (from === undefined || to === undefined || !this.#counts(to)) return
        this.#sizes.set(to, this.#sizes.get(from) ?? 0)
        this.steps.push({kind: 'link', from, path: to})
        return
      }
      case 'unlink':
      case 'unlinkat':
        this.#onName(args, (path) => this.steps.push({kind: 'remove', path}))
        return
      case 'mkdir':
      case 'mkdirat':
        this.#onName(args, (path) => this.steps.push({kind: 'folder', path}))
        return
      default:
        this.#wrote(call, args, result)
        return
    }
  }

  #opened(args: string, handle: number): void {
    const [file = ''] = textsIn(args).map(String)
    const isNew = args.includes('O_CREAT') && this.#counts(file) && !this.#sizes.has(file)
    if (isNew) {
      this.#sizes.set(file, 0)
      this.steps.push({kind: 'create', path: file})
    } else if (args.includes('O_TRUNC') && this.#counts(file)) {
      this.#sizes.set(file, 0)
      this.steps.push({kind: 'cut to', path: file, length: 0})
    }
    this.#open.set(handle, {path: file, position: args.includes('O_APPEND') ? (this.#sizes.get(file) ?? 0) : 0})
  }

  #wrote(call: string, args: string, length: number): void {
    const open = this.#open.get(Number.parseInt(args, 10))
    const bytes = Buffer.concat(textsIn(args)).subarray(0, length)
    if (!open) {
      this.steps.push({kind: 'say', text: bytes.toString('latin1')})
      return
    }
    if (!this.#counts(open.path)) return
    const isPlaced = call.startsWith('p')
    const at = isPlaced ? Number(args.split(',').at(-1)) : open.position
    if (!isPlaced) open.position += length
    this.#sizes.set(open.path, Math.max(this.#sizes.get(open.path) ?? 0, at + length))
    this.steps.push({kind: 'write', path: open.path, at, bytes: Buffer.from(bytes)})
  }

  #onFile(handle: number, then: (open: Open) => unknown): void {
    const open = this.#open.get(handle)
    if (open && this.#counts(open.path)) then(open)
  }

  #onName(args: string, then: (path: string) => unknown): void {
    const [name = ''] = textsIn(args).map(String)
    if (!this.#counts(name)) return
    this.#sizes.delete(name)
    then(name)
  }

  #counts(file: string): boolean {
    return `${path.normalize(file)}/`.startsWith(this.#root) && !isFleeting(file)
  }
}
