/** The figure of the body map, followed point by point. */
import {gzipSync} from 'node:zlib'
import {describe, expect, test} from '@jest/globals'
import {
  details,
  drawing,
  heightOfFigures,
  origins,
  type Shape,
  seams,
  type View,
  viewBox,
} from '@/components/body-map/drawing'
import {type BodyRegion, bodyRegions} from '@/sanity/vocabulary'

type Point = readonly [x: number, y: number]

const regions = bodyRegions.map(({value}) => value)

/** The outlines of a path, each curve as eight straight steps. Throws where a command is none of M, l, c and Z. */
function outlinesOf(d: string): Point[][] {
  const outlines: Point[][] = []
  let points: Point[] = []
  for (const [, command = '', numbers = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const values = (numbers.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    const [fromX, fromY] = points.at(-1) ?? [0, 0]
    const at = (index: number, [x, y]: Point): Point => [x + (values[index] ?? 0), y + (values[index + 1] ?? 0)]
    if (command === 'M') {
      points = [at(0, [0, 0])]
      outlines.push(points)
    } else if (command === 'l') {
      for (let i = 0; i < values.length; i += 2) points.push(at(i, points.at(-1) ?? [fromX, fromY]))
    } else if (command === 'c') {
      for (let i = 0; i < values.length; i += 6) {
        const start = points.at(-1) ?? [fromX, fromY]
        const [a, b, end] = [at(i, start), at(i + 2, start), at(i + 4, start)]
        for (let step = 1; step <= 8; step++) points.push(onCurve([start, a, b, end], step / 8))
      }
    } else if (command !== 'Z') throw new Error(`The drawing uses the command ${command}`)
  }
  return outlines
}

function onCurve(curve: readonly [Point, Point, Point, Point], t: number): Point {
  const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3]
  const sum = (axis: 0 | 1) => curve.reduce((total, point, i) => total + point[axis] * (weights[i] ?? 0), 0)
  return [sum(0), sum(1)]
}

/** The outlines of shapes in a view, mirrored ones included, around that view's own middle. */
const outlinesIn = (shapes: readonly Shape[], view: View): Point[][] =>
  shapes
    .filter(({views}) => views.includes(view))
    .flatMap(({d, pair}) => {
      const outlines = outlinesOf(d)
      return pair ? [...outlines, ...outlines.map((outline) => outline.map(([x, y]): Point => [-x, y]))] : outlines
    })

const holds = (outline: readonly Point[], [x, y]: Point): boolean =>
  outline.reduce((inside, [ax, ay], i) => {
    const [bx, by] = outline.at(i - 1) ?? [0, 0]
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside
  }, false)

const isIn = (region: BodyRegion, view: View, point: Point) =>
  outlinesIn(drawing[region].shapes, view).some((outline) => holds(outline, point))

test('every part of the body is drawn, in the order of the vocabulary', () => {
  expect(Object.keys(drawing)).toEqual(regions)
  for (const {shapes} of Object.values(drawing)) expect(shapes.length).toBeGreaterThan(0)
})

test('all of it lies within the picture, and within the part that a narrow screen shows', () => {
  const [left, top, width, height] = viewBox
  const all = [...Object.values(drawing).flatMap(({shapes}) => shapes), ...seams, ...details]
  for (const view of ['front', 'back', 'middle'] as const) {
    for (const [x, y] of outlinesIn(all, view).flat()) {
      expect(Math.abs(x + origins[view])).toBeLessThanOrEqual(width / 4)
      expect(y).toBeGreaterThanOrEqual(top)
      expect(y).toBeLessThanOrEqual(top + (view === 'middle' ? height : heightOfFigures))
    }
  }
  expect(left).toBe(-width / 2)
})

describe.each(['front', 'back'] as const)('seen from the %s', (view) => {
  const outlines = regions.map((region) => outlinesIn(drawing[region].shapes, view))

  test('no two parts claim the same place', () => {
    let covered = 0
    let contested = 0
    for (let x = -74.5; x < 75; x += 1) {
      for (let y = 0.5; y < 400; y += 1) {
        const claims = outlines.filter((parts) => parts.some((outline) => holds(outline, [x, y]))).length
        covered += Number(claims > 0)
        contested += Number(claims > 1)
      }
    }
    expect(covered).toBeGreaterThan(17_000)
    expect(contested / covered).toBeLessThan(0.002)
  })

  test('it is the same on both sides', () => {
    for (const parts of outlines) {
      const points = parts.flat()
      const reach = (side: 1 | -1) => Math.max(...points.map(([x]) => x * side))
      if (points.length > 0) expect(reach(1)).toBeCloseTo(reach(-1), 0)
    }
  })
})

describe('names', () => {
  test.each(regions.filter((region) => drawing[region].label.side !== 'middle'))(
    'the line of %s ends on it',
    (region) => {
      const {side, y, to} = drawing[region].label
      expect(side === 'left' ? isIn(region, 'front', [-to, y]) : isIn(region, 'back', [to, y])).toBe(true)
    },
  )

  test.each(['left', 'right'])('on the %s have room, one below the other', (side) => {
    const heights = regions
      .map((region) => drawing[region].label)
      .filter((label) => label.side === side)
      .map(({y}) => y)
      .sort((a, b) => a - b)
    for (const [i, y] of heights.slice(1).entries()) expect(y - (heights[i] ?? 0)).toBeGreaterThanOrEqual(17)
  })
})

test('it is light: all shapes together weigh less than 3 kB', () => {
  expect(gzipSync(JSON.stringify([drawing, seams, details])).length).toBeLessThan(3_000)
})
