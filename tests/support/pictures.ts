/** Pictures made on the spot, and eyes to look at them with. */
import sharp from 'sharp'

const colours = {red: [255, 0, 0], green: [0, 160, 0], blue: [0, 0, 255], yellow: [255, 230, 0]} as const

/** A picture of one colour (CSS notation), as PNG. */
export async function plain(colour: string, width: number, height: number): Promise<Buffer> {
  return sharp({create: {width, height, channels: colour.length > 7 ? 4 : 3, background: colour}})
    .png()
    .toBuffer()
}

/** 400 by 300 pixels, as PNG: red and green above, blue and yellow below. */
export async function quadrants(): Promise<Buffer> {
  const part = (colour: keyof typeof colours, left: number, top: number) => ({
    input: {create: {width: 200, height: 150, channels: 3 as const, background: rgb(colour)}},
    left,
    top,
  })
  return sharp({create: {width: 400, height: 300, channels: 3, background: '#fff'}})
    .composite([part('red', 0, 0), part('green', 200, 0), part('blue', 0, 150), part('yellow', 200, 150)])
    .removeAlpha()
    .png()
    .toBuffer()
}

/** The names of the colours at the four corners (a tenth of the way in), read as a page: `red green / blue yellow`. */
export async function cornersOf(bytes: Uint8Array): Promise<string> {
  const {data, info} = await sharp(bytes).ensureAlpha().raw().toBuffer({resolveWithObject: true})
  const at = (x: number, y: number) => {
    const start = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * 4
    return nameOf(data.subarray(start, start + 4))
  }
  return `${at(0.1, 0.1)} ${at(0.9, 0.1)} / ${at(0.1, 0.9)} ${at(0.9, 0.9)}`
}

/** Width and height in pixels, written `400x300`. */
export async function sizeOf(bytes: Uint8Array): Promise<string> {
  const {width, height} = await sharp(bytes).metadata()
  return `${width}x${height}`
}

function rgb(colour: keyof typeof colours) {
  const [r, g, b] = colours[colour]
  return {r, g, b}
}

/** The nearest named colour; anything else as `#rrggbbaa`, and `clear` where light shines through. */
function nameOf(pixel: Uint8Array): string {
  if (pixel[3] === 0) return 'clear'
  const near =
    pixel[3] !== undefined && pixel[3] < 250
      ? undefined
      : Object.entries(colours).find(([, rgb]) => rgb.every((value, at) => Math.abs(value - (pixel[at] ?? 0)) < 24))
  return near?.[0] ?? `#${[...pixel].map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
