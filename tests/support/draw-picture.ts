/** A picture to upload. */
import sharp from 'sharp'

export async function drawPicture(file: string): Promise<void> {
  const background = {r: 13, g: 95, b: 92}
  await sharp({create: {width: 1200, height: 800, channels: 3, background}})
    .png()
    .toFile(file)
}
