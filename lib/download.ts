/**
 * Documents to download, from the site's own address: `/download/<hash>/<name>.pdf`. The hash is that of the content, by
 * which the lake and Sanity know a file; the name is for people and for the folder it is saved in.
 */

/** Larger ones are not offered: many readers pay for what their phone fetches. Bytes. */
export const largestDownload = 20_000_000

/** A request that the download route may answer. */
export type DownloadRequest = Readonly<{
  assetId: string
  hash: string
  /** What it is saved as: `new-patient-form.pdf`. */
  fileName: string
}>

const assetPattern = /^file-([A-Za-z0-9]{6,64})-pdf$/
const hashPattern = /^[A-Za-z0-9]{6,64}$/
const namePattern = /^[a-z0-9]+(?:-[a-z0-9]+)*\.pdf$/
const longestName = 80

/** A title as the name of a file: small letters of the Latin alphabet, digits and hyphens. */
function nameFor(title: string): string {
  const letters = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, '')
  const words = letters.replace(/[^a-z0-9]+/g, '-').slice(0, longestName)
  // A title in another alphabet has none of them.
  return words.replace(/^-+|-+$/g, '') || 'document'
}

/** Where a document is downloaded; null for an asset that is no PDF. `title`: plain text, without marks. */
export function downloadPath(assetId: string, title: string): string | null {
  const hash = assetPattern.exec(assetId)?.[1]
  return hash ? `/download/${hash}/${nameFor(title)}.pdf` : null
}

/** Reads such an address back from its two last parts. Null where it is not one that `downloadPath` writes. */
export function parseDownload(hash: string, fileName: string): DownloadRequest | null {
  if (!hashPattern.test(hash) || !namePattern.test(fileName) || fileName.length > longestName + '.pdf'.length)
    return null
  return {assetId: `file-${hash}-pdf`, hash, fileName}
}

/** Every PDF begins with these bytes (ISO 32000-1, 7.5.2). */
const beginning = Buffer.from('%PDF-', 'latin1')

export const isPdf = (bytes: Uint8Array): boolean => beginning.equals(bytes.subarray(0, beginning.length))
