/**
 * A reader of the age format for X25519 keys, written from its specification (age-encryption.org/v1) with Node's own
 * cryptography: what the product seals is held against it, and against the `age` tool where there is one.
 */
import {execFileSync, spawnSync} from 'node:child_process'
import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import {writeFileSync} from 'node:fs'
import path from 'node:path'

/** 64 KiB of text in each chunk of the payload, and 16 bytes of tag behind it. */
const chunk = 64 * 1024 + 16

export function readAge(file: Uint8Array, identity: string): string {
  const bytes = Buffer.from(file)
  const macAt = bytes.indexOf('\n---') + 4
  const headerEnd = bytes.indexOf('\n', macAt)
  const [version, ...lines] = bytes.toString('latin1', 0, macAt - 4).split('\n')
  if (version !== 'age-encryption.org/v1') throw new Error('This is no file of the age format.')
  const fileKey = fileKeyFrom(stanzasOf(lines), privateKeyFrom(identity))
  if (!fileKey) throw new Error('The file is for other keys.')
  const mac = createHmac('sha256', hkdf(fileKey, '', 'header'))
    .update(bytes.subarray(0, macAt))
    .digest()
  if (!mac.equals(unpadded(bytes.toString('latin1', macAt + 1, headerEnd)))) throw new Error('The header was changed.')
  const nonce = bytes.subarray(headerEnd + 1, headerEnd + 17)
  return textOf(bytes.subarray(headerEnd + 17), hkdf(fileKey, nonce, 'payload'))
}

function textOf(payload: Buffer, key: Buffer): string {
  const parts: Buffer[] = []
  for (let at = 0; at < payload.length; at += chunk) {
    // A counter of eleven bytes, and one that says whether this is the last chunk.
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(at / chunk, 7)
    nonce[11] = at + chunk >= payload.length ? 1 : 0
    parts.push(opened(payload.subarray(at, at + chunk), key, nonce))
  }
  return Buffer.concat(parts).toString()
}

type Stanza = {readonly share: Buffer; readonly body: Buffer}

/** Stanzas of the kind X25519; each is a line of arguments and one of a body. */
function stanzasOf(lines: readonly string[]): Stanza[] {
  return lines.flatMap((line, index) => {
    const [, share] = /^-> X25519 (\S{43})$/.exec(line) ?? []
    return share ? [{share: unpadded(share), body: unpadded(lines[index + 1] ?? '')}] : []
  })
}

function fileKeyFrom(stanzas: readonly Stanza[], privateKey: KeyObject): Buffer | null {
  const own = rawPublic(createPublicKey(privateKey))
  for (const {share, body} of stanzas) {
    const secret = diffieHellman({privateKey, publicKey: publicKeyFrom(share)})
    try {
      return opened(body, hkdf(secret, Buffer.concat([share, own]), 'age-encryption.org/v1/X25519'), Buffer.alloc(12))
    } catch {
      // For somebody else.
    }
  }
  return null
}

function opened(sealed: Buffer, key: Buffer, nonce: Buffer): Buffer {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, {authTagLength: 16})
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
}

const hkdf = (key: Buffer, salt: Buffer | string, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32))
const unpadded = (text: string): Buffer => Buffer.from(text, 'base64')

/** What stands before the 32 bytes of a key in its DER form. */
const [privatePrefix, publicPrefix] = ['302e020100300506032b656e04220420', '302a300506032b656e032100']
const rawPublic = (key: KeyObject): Buffer => key.export({format: 'der', type: 'spki'}).subarray(-32)
const publicKeyFrom = (raw: Buffer): KeyObject =>
  createPublicKey({key: Buffer.concat([Buffer.from(publicPrefix, 'hex'), raw]), format: 'der', type: 'spki'})

/** From Bech32: 52 letters of five bits, then six of a checksum. */
function privateKeyFrom(identity: string): KeyObject {
  const letters = identity.toLowerCase().slice('age-secret-key-1'.length, -6)
  let [bits, held] = [0, 0]
  const raw: number[] = []
  for (const letter of letters) {
    bits = ((bits << 5) | 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.indexOf(letter)) & 0xfff
    held += 5
    if (held < 8) continue
    held -= 8
    raw.push((bits >> held) & 0xff)
  }
  const key = Buffer.concat([Buffer.from(privatePrefix, 'hex'), Buffer.from(raw)])
  return createPrivateKey({key, format: 'der', type: 'pkcs8'})
}

/** Is Debian's tool here (`apt-get install age`)? */
export const hasAgeTool = (): boolean => spawnSync('age', ['--version']).status === 0

/** The same as `readAge`, by that tool. `folder` is one for its files. */
export function readWithAgeTool(file: Uint8Array, identity: string, folder: string): string {
  const [key, sealed] = [path.join(folder, 'key.txt'), path.join(folder, 'sealed.age')]
  writeFileSync(key, `${identity}\n`)
  writeFileSync(sealed, file)
  return execFileSync('age', ['-d', '-i', key, sealed], {encoding: 'utf8'})
}
