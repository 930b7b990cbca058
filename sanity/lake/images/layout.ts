import {ImageError} from './image-error.ts'
import {type ImageParameters, maximumSide} from './parameters.ts'

export type Size = {width: number; height: number}
export type Box = Size & {left: number; top: number}

/**
 * The arithmetic of one answer, without pixels: take `region` of the original, scale it to `size`, lay that on a
 * `canvas` at (`left`, `top`). Whole pixels throughout.
 */
export type Layout = {region: Box; size: Size; canvas: Size; left: number; top: number}

/** Where the picture goes: the scaled size, the frame around it, and the shape that the region is cut to before. */
type Placement = {size: Size; canvas?: Size; cut?: boolean}

type Wanted = {width?: number; height?: number}

/** The longest side, in pixels, that may be asked for, and that of a picture whose own size is asked for. */
export type Limits = {readonly asked: number; readonly own: number}

const usualLimits: Limits = {asked: maximumSide, own: Number.POSITIVE_INFINITY}

/**
 * What Sanity documents for each `fit`. `clip` and `max` show all of the picture inside the box, `fill` and `fillmax`
 * add colour around it up to the box; `crop` and `min` cut it to the box's shape; `scale` distorts it. Those with
 * "max", and `min`, never enlarge.
 */
const placements: Record<ImageParameters['fit'], (source: Size, wanted: Wanted, limits: Limits) => Placement> = {
  clip: (source, wanted, limits) => ({size: inside(source, wanted, limits)}),
  max: (source, wanted, limits) => ({size: inside(source, wanted, limits, 1)}),
  fill: (source, wanted, limits) => ({
    size: inside(source, wanted, limits),
    canvas: box(source, wanted, limits),
  }),
  fillmax: (source, wanted, limits) => ({
    size: inside(source, wanted, limits, 1),
    canvas: box(source, wanted, limits),
  }),
  crop: (source, wanted, limits) => ({size: box(source, wanted, limits), cut: true}),
  min: (source, wanted, limits) => {
    const target = box(source, wanted, limits)
    return {size: scaled(target, Math.min(1, source.width / target.width, source.height / target.height)), cut: true}
  },
  scale: (source, wanted, limits) => ({size: box(source, wanted, limits)}),
}

/**
 * How a picture of `source` pixels is cut, scaled and framed.
 *
 * @throws {ImageError} 400 when `rect` lies outside the picture, or padding leaves no room for it
 */
export function layoutFor(source: Size, parameters: ImageParameters, limits: Limits = usualLimits): Layout {
  const frame = regionFor(source, parameters)
  const pad = Math.round(parameters.pad * parameters.dpr)
  const wanted = withoutPadding(wantedFor(frame, parameters, limits), pad)
  const placement = placements[parameters.fit](frame, wanted, limits)
  const size = rounded(placement.size)
  const inner = rounded(placement.canvas ?? placement.size)
  if (pad > 0 && Math.max(inner.width, inner.height) + 2 * pad > Math.min(limits.asked, maximumSide) + 1) {
    throw new ImageError(
      400,
      `pad makes the picture larger than ${limits.asked} pixels a side: make it smaller, or name w and h.`,
    )
  }
  return {
    region: placement.cut ? cutTo(size, frame, parameters) : frame,
    size,
    canvas: {width: inner.width + 2 * pad, height: inner.height + 2 * pad},
    left: pad + Math.floor((inner.width - size.width) / 2),
    top: pad + Math.floor((inner.height - size.height) / 2),
  }
}

/** The part of the picture that `rect` names; a rectangle that sticks out is trimmed to the picture. */
export function regionFor(source: Size, {rect}: Pick<ImageParameters, 'rect'>): Box {
  if (!rect) return {left: 0, top: 0, ...source}
  const {left, top} = rect
  if (left >= source.width || top >= source.height) {
    throw new ImageError(400, `rect lies outside the picture, which is ${source.width} by ${source.height} pixels.`)
  }
  return {
    left,
    top,
    width: Math.min(rect.width, source.width - left),
    height: Math.min(rect.height, source.height - top),
  }
}

/** The box asked for in real pixels: one with a side beyond the longest shrinks as a whole and keeps its shape. */
function wantedFor(source: Size, parameters: ImageParameters, limits: Limits): Wanted {
  const asked = parameters.fit === 'crop' ? cropBox(source, parameters, limits) : parameters
  const side = Math.max(asked.width ?? 0, asked.height ?? 0)
  const ratio = side * parameters.dpr > limits.asked ? limits.asked / side : parameters.dpr
  const times = (length: number | undefined) => (length === undefined ? undefined : length * ratio)
  return {width: times(asked.width), height: times(asked.height)}
}

/** With `fit=crop`, and only then, `min-` and `max-` lengths leave it to the picture's own shape what size it gets. */
function cropBox(
  source: Size,
  {width, height, minWidth, maxWidth, minHeight, maxHeight}: ImageParameters,
  limits: Limits,
): Wanted {
  if (!(minWidth || maxWidth || minHeight || maxHeight)) return {width, height}
  const roomy = Math.min(1, (maxWidth ?? source.width) / source.width, (maxHeight ?? source.height) / source.height)
  const start = width || height ? box(source, {width, height}, limits) : scaled(source, roomy)
  return {
    width: width ?? clamp(start.width, minWidth ?? 1, maxWidth ?? maximumSide),
    height: height ?? clamp(start.height, minHeight ?? 1, maxHeight ?? maximumSide),
  }
}

/** Padding counts towards the size asked for; without one it is added to the picture's own. */
function withoutPadding({width, height}: Wanted, pad: number): Wanted {
  const less = (length: number | undefined) => {
    if (length === undefined) return undefined
    if (length > 2 * pad) return length - 2 * pad
    throw new ImageError(400, 'pad leaves no room for the picture: make it smaller, or w and h larger.')
  }
  return {width: less(width), height: less(height)}
}

/** A width or height that was not asked for follows from the other one and the picture's shape. */
function box(source: Size, {width, height}: Wanted, limits: Limits): Size {
  if (width !== undefined && height !== undefined) return {width, height}
  return inside(source, {width, height}, limits)
}

function inside(source: Size, {width, height}: Wanted, limits: Limits, most = Number.POSITIVE_INFINITY): Size {
  const asked = Math.min((width ?? Infinity) / source.width, (height ?? Infinity) / source.height, most)
  const ratio = width === undefined && height === undefined ? 1 : asked
  return scaled(source, within(limits, source, ratio))
}

/** One length alone can make a very long picture longer than any side may be. */
function within({asked, own}: Limits, source: Size, ratio: number): number {
  const side = Math.max(source.width, source.height)
  return Math.min(ratio <= 1 ? ratio : Math.max(1, Math.min(ratio, asked / side)), own / side)
}

/** The largest part of `frame` with the shape of `size`, as near as it can be to where `crop` points. */
function cutTo(size: Size, frame: Box, {crop, focalPoint}: ImageParameters): Box {
  const ratio = Math.min(frame.width / size.width, frame.height / size.height)
  const {width, height} = rounded(scaled(size, ratio))
  const [x, y] = crop.includes('focalpoint') ? [focalPoint.x, focalPoint.y] : anchorFor(crop)
  const near = (length: number, room: number, at: number) => clamp(Math.round(room * at - length / 2), 0, room - length)
  return {
    left: frame.left + near(width, frame.width, x),
    top: frame.top + near(height, frame.height, y),
    width,
    height,
  }
}

function anchorFor(crop: ImageParameters['crop']): [x: number, y: number] {
  const along = (start: boolean, end: boolean) => (start ? 0 : end ? 1 : 0.5)
  return [along(crop.includes('left'), crop.includes('right')), along(crop.includes('top'), crop.includes('bottom'))]
}

function scaled({width, height}: Size, ratio: number): Size {
  return {width: width * ratio, height: height * ratio}
}

function rounded({width, height}: Size): Size {
  return {width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height))}
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
