/** Compresses what goes to the street as text. */
import {brotliCompressSync, constants, gzipSync} from 'node:zlib'

/** Shorter bodies gain nothing. Bytes. */
const worthwhile = 512

export type Encoding = 'br' | 'gzip'

/** `lasting` bodies are sent many times as they are, and are worth the best that there is; it takes some 50 times longer. */
const compressors: Record<Encoding, (body: Buffer, lasting: boolean) => Buffer> = {
  // Quality 5: within some percent of the best, at a fraction of its time.
  br: (body, lasting) => brotliCompressSync(body, {params: {[constants.BROTLI_PARAM_QUALITY]: lasting ? 11 : 5}}),
  gzip: (body, lasting) => gzipSync(body, {level: lasting ? 9 : 6}),
}

/** The encoding to answer with: brotli where the reader takes it, else gzip, else none. */
export function encodingFor(accepted: string | undefined): Encoding | null {
  const offers = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((offer) => offer.trim())
  const takes = (name: Encoding) =>
    offers.some((offer) => offer === name || (offer.startsWith(`${name};`) && !/;\s*q=0(?:\.0*)?$/.test(offer)))
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null
}

export const compressed = (body: Buffer, encoding: Encoding, lasting: boolean): Buffer =>
  compressors[encoding](body, lasting)

const texts = /^(?:text\/|image\/svg\+xml|application\/(?:[\w.-]+\+)?(?:json|xml|javascript|yaml)\b)/

/** Does compressing pay? Pictures and fonts are compressed already. */
export const isWorthCompressing = (body: Buffer, contentType: string): boolean =>
  body.length >= worthwhile && texts.test(contentType)
