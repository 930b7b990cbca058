/** A picture that an editor chose for sharing, light enough for every network. */
import sharp from 'sharp'

/** WhatsApp shows nothing heavier. Bytes. */
export const heaviest = 300_000

/** Best first. At the last one a picture of nothing but noise, 1200 × 630, is light enough. */
const qualities = [65, 45, 25, 10] as const

/** The JPEG as it is where it is light enough, else written anew in the best quality that is. */
export async function lightEnough(jpeg: Uint8Array): Promise<Uint8Array> {
  let lightest = jpeg
  for (const quality of qualities) {
    if (lightest.length <= heaviest) break
    lightest = await sharp(jpeg).jpeg({quality}).toBuffer()
  }
  return lightest
}
