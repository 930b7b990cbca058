/**
 * Which kind of picture some bytes are, told from the bytes alone: a file name or a declared type is a claim, and a
 * claim is how a web page gets in as a "photo". Only the six kinds that browsers show are known; libvips never sees
 * the rest (TIFF, PDF, PSD …), so their loaders are no surface of ours.
 */
const imageFormats = {
  jpg: {mimeType: 'image/jpeg', loader: 'jpeg', isAnimatable: false},
  png: {mimeType: 'image/png', loader: 'png', isAnimatable: false},
  webp: {mimeType: 'image/webp', loader: 'webp', isAnimatable: true},
  gif: {mimeType: 'image/gif', loader: 'gif', isAnimatable: true},
  avif: {mimeType: 'image/avif', loader: 'heif', isAnimatable: false},
  svg: {mimeType: 'image/svg+xml', loader: 'svg', isAnimatable: false},
} as const

/** A kind of picture, named by its file extension as in Sanity's asset ids. */
export type ImageExtension = keyof typeof imageFormats

const signatures: Record<ImageExtension, (bytes: Uint8Array) => boolean> = {
  jpg: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  png: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  webp: (bytes) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP',
  gif: (bytes) => ['GIF87a', 'GIF89a'].includes(textAt(bytes, 0, 6)),
  avif: isAvif,
  svg: isSvg,
}

/** The kind of picture that the bytes are, or null when they are none that is served. */
export function getImageExtension(bytes: Uint8Array): ImageExtension | null {
  for (const [extension, matches] of Object.entries(signatures)) {
    if (isImageExtension(extension) && matches(bytes)) return extension
  }
  return null
}

function isImageExtension(name: string): name is ImageExtension {
  return Object.hasOwn(imageFormats, name)
}

/** MIME type, libvips loader and whether the kind can hold more than one frame. */
export function imageFormatFor(extension: ImageExtension): (typeof imageFormats)[ImageExtension] {
  return imageFormats[extension]
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte)
}

function textAt(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length))
}

/** ISO/IEC 23000-22: an `ftyp` box that names the brand `avif` or `avis`, as its own or among the compatible ones. */
function isAvif(bytes: Uint8Array): boolean {
  if (textAt(bytes, 4, 4) !== 'ftyp') return false
  const boxLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
  const brands = textAt(bytes, 8, Math.min(boxLength, 128) - 8)
  return /^(?:.{4}){0,30}?avi[fs]/s.test(brands)
}

/** XML whose first element is `svg`: only a byte-order mark, declarations, comments and a doctype may stand before it. */
function isSvg(bytes: Uint8Array): boolean {
  let rest = new TextDecoder().decode(bytes.subarray(0, 65_536)).trimStart()
  for (;;) {
    if (/^<svg[\s>/]/.test(rest)) return true
    const end = prologueEnd(rest)
    if (end === 0) return false
    rest = rest.slice(end).trimStart()
  }
}

function prologueEnd(text: string): number {
  if (text.startsWith('<?')) return after(text, '?>')
  if (text.startsWith('<!--')) return after(text, '-->')
  if (/^<!doctype svg/i.test(text)) return after(text, /^[^[>]*\[/.test(text) ? ']>' : '>')
  return 0
}

function after(text: string, mark: string): number {
  const at = text.indexOf(mark)
  return at < 0 ? 0 : at + mark.length
}
