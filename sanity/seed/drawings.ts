/**
 * The sample clinic's pictures: drawn by us as SVG, uploaded as PNG, because that is what share cards and image
 * pipelines can work with.
 *
 * An uploaded drawing is found again by its file name, not by its bytes: another version of the renderer makes other
 * bytes of the same drawing, and that must not count as a change.
 */
import {readFile} from 'node:fs/promises'
import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'
import {drawingPrefix, type SeedDocument} from './build.ts'
import {referencesIn} from './references.ts'
import {isPlainObject} from './same.ts'

/** Asset ids by the name of the drawing. */
export type UploadedDrawings = ReadonlyMap<string, string>

const filePrefix = 'sample-clinic-'

/** The drawings that documents show. */
export function drawingsIn(documents: readonly SeedDocument[]): string[] {
  const names = documents
    .flatMap(referencesIn)
    .flatMap(({to}) => (to.startsWith(drawingPrefix) ? [to.slice(drawingPrefix.length)] : []))
  return [...new Set(names)]
}

/** A drawing as PNG: 1600 × 900 pixels, the logo 512 × 512. */
export async function renderDrawing(name: string): Promise<Buffer> {
  const svg = await readFile(new URL(`./images/${name}.svg`, import.meta.url))
  return sharp(svg).png({compressionLevel: 9}).toBuffer()
}

/** The drawings that are in the lake already. */
export async function findDrawings(client: SanityClient): Promise<UploadedDrawings> {
  const assets = await client.fetch<{_id: string; name: string}[]>(
    '*[_type == "sanity.imageAsset" && string::startsWith(originalFilename, $filePrefix)]{_id, "name": originalFilename}',
    {filePrefix},
  )
  return new Map(assets.map(({_id, name}) => [name.slice(filePrefix.length).replace(/\.png$/, ''), _id]))
}

/** Uploads the drawings that are missing. Answers with all. */
export async function uploadDrawings(
  client: SanityClient,
  names: readonly string[],
  present: UploadedDrawings,
  log: (line: string) => void,
): Promise<UploadedDrawings> {
  const uploaded = new Map(present)
  const missing = names.filter((name) => !present.has(name))
  for (const [index, name] of missing.entries()) {
    log(`Pictures: ${index + 1} of ${missing.length} (${name})`)
    const asset = await client.assets.upload('image', await renderDrawing(name), {
      filename: `${filePrefix}${name}.png`,
      contentType: 'image/png',
    })
    uploaded.set(name, asset._id)
  }
  return uploaded
}

/** The document with asset ids in place of drawings; a drawing that is not uploaded keeps its placeholder. */
export function withDrawings(document: SeedDocument, drawings: UploadedDrawings): SeedDocument {
  return {...document, ...resolvedFields(document, drawings)}
}

function resolvedFields(object: Record<string, unknown>, drawings: UploadedDrawings): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([name, part]) => [name, resolved(part, drawings)]))
}

function resolved(value: unknown, drawings: UploadedDrawings): unknown {
  if (Array.isArray(value)) return value.map((entry) => resolved(entry, drawings))
  if (typeof value === 'string' && value.startsWith(drawingPrefix)) {
    return drawings.get(value.slice(drawingPrefix.length)) ?? value
  }
  return isPlainObject(value) ? resolvedFields(value, drawings) : value
}
