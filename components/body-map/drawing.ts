/**
 * The figure of the body map, of our own drawing: which shapes each part of the body has, seen from the front and from
 * the back. A new part of the body in the vocabulary does not compile until it is drawn here.
 *
 * Units are those of the view box. Each view has its own origin: x counts from the middle of the figure (to the right
 * on the screen), y from just above the head down to the soles at 396. A person is seven and a half heads tall.
 */
import type {BodyRegion} from '@/sanity/vocabulary'

/** Where a shape stands: in a view of the figure, or below and between the two. */
export type View = 'front' | 'back' | 'middle'

export type Shape = Readonly<{
  views: readonly View[]
  /** An SVG path; only M, l, c and Z, so that tests can follow it. */
  d: string
  /** Drawn once more as in a mirror: arms and legs come in twos. */
  pair?: true
}>

/** A name beside the figure: at this height, with a line to the point `to` units outward from the figure's middle. */
export type Label = Readonly<{side: 'left' | 'right' | 'middle'; y: number; to: number}>

/** The origin of each view in the view box. */
export const origins: Readonly<Record<View, number>> = {front: -75, back: 75, middle: 0}

/** Left, top, width and height: with names on both sides. What lies beyond ±149 is names alone. */
export const viewBox = [-298, -26, 596, 474] as const

/** The height without what stands below the figures. */
export const heightOfFigures = 428

/**
 * A part of the body. `reach` is by how much more than the drawn shape a thumb may miss, in units: what is small reaches
 * over its edge. Where two reach for the same place, the one further down the table has it.
 */
export type Drawing = Readonly<{reach: number; shapes: readonly Shape[]; label: Label}>

const both: readonly View[] = ['front', 'back']

export const drawing: Readonly<Record<BodyRegion, Drawing>> = {
  head: {
    reach: 8,
    shapes: [
      {
        views: ['front'],
        d: 'M0 4.6c3.4 0 6.9 .8 9.8 2.6 3.1 1.9 5.5 5.1 7.1 8.4 1.6 3.2 2.3 6.8 2.3 10.4-6.4 1.5-12.8 2.3-19.2 2.3-6.4 0-12.8-.8-19.2-2.3 0-3.6 .7-7.2 2.3-10.4 1.6-3.3 4-6.5 7.1-8.4 2.9-1.8 6.4-2.6 9.8-2.6Z',
      },
      {
        views: ['back'],
        d: 'M0 4.6c3.4 0 6.9 .8 9.8 2.6 3.1 1.9 5.5 5.1 7.1 8.4 1.6 3.2 2.3 6.8 2.3 10.4 0 1.2-1 2.7-.2 3.6 .5 .7 1.8 .4 2.4 1 1.5 1.4 .3 4.1-.4 6-.6 1.4-1.8 2.5-2.6 3.8-1.2 2.2-1.6 4.8-2.8 7-1.3 2.2-2.7 4.4-4.6 6.2-1.5 1.4-3.1 2.8-5 3.6-1.9 .8-4 1.2-6 1.2-2 0-4.1-.4-6-1.2-1.9-.8-3.5-2.2-5-3.6-1.9-1.8-3.3-4-4.6-6.2-1.2-2.2-1.6-4.8-2.8-7-.8-1.3-2-2.4-2.6-3.8-.7-1.9-1.9-4.6-.4-6 .6-.6 1.9-.3 2.4-1 .8-.9-.2-2.4-.2-3.6 0-3.6 .7-7.2 2.3-10.4 1.6-3.3 4-6.5 7.1-8.4 2.9-1.8 6.4-2.6 9.8-2.6Z',
      },
    ],
    label: {side: 'right', y: 26, to: 16},
  },
  face: {
    reach: 3,
    shapes: [
      {
        views: ['front'],
        d: 'M0 28.3c6.4 0 12.8-.8 19.2-2.3 0 1.2-1 2.7-.2 3.6 .5 .7 1.8 .4 2.4 1 1.5 1.4 .3 4.1-.4 6-.6 1.4-1.8 2.5-2.6 3.8-1.2 2.2-1.6 4.8-2.8 7-1.3 2.2-2.7 4.4-4.6 6.2-1.5 1.4-3.1 2.8-5 3.6-1.9 .8-4 1.2-6 1.2-2 0-4.1-.4-6-1.2-1.9-.8-3.5-2.2-5-3.6-1.9-1.8-3.3-4-4.6-6.2-1.2-2.2-1.6-4.8-2.8-7-.8-1.3-2-2.4-2.6-3.8-.7-1.9-1.9-4.6-.4-6 .6-.6 1.9-.3 2.4-1 .8-.9-.2-2.4-.2-3.6 6.4 1.5 12.8 2.3 19.2 2.3Z',
      },
    ],
    label: {side: 'left', y: 44, to: 15},
  },
  neck: {
    reach: 3,
    shapes: [
      {
        views: ['front'],
        d: 'M0 58.4c2 0 4.1-.4 6-1.2 1.9-.8 3.5-2.2 5-3.6l-.1 .8c-.1 2.4-.6 4.7-.3 7.1 .3 2.4 .7 4.9 2 7 2.1 3.5 6.7 4.7 10.4 6.5-7.3 7.3-15 11-23 11-8 0-15.7-3.7-23-11 3.7-1.8 8.3-3 10.4-6.5 1.3-2.1 1.7-4.6 2-7 .3-2.4-.2-4.7-.3-7.1l-.1-.8c1.5 1.4 3.1 2.8 5 3.6 1.9 .8 4 1.2 6 1.2Z',
      },
      {
        views: ['back'],
        d: 'M0 58.4c2 0 4.1-.4 6-1.2 1.9-.8 3.5-2.2 5-3.6l-.1 .8c-.1 2.4-.6 4.7-.3 7.1 .3 2.4 .7 4.9 2 7 2.1 3.5 6.7 4.7 10.4 6.5-8 3.7-15.7 5.5-23 5.5-7.3 0-15-1.8-23-5.5 3.7-1.8 8.3-3 10.4-6.5 1.3-2.1 1.7-4.6 2-7 .3-2.4-.2-4.7-.3-7.1l-.1-.8c1.5 1.4 3.1 2.8 5 3.6 1.9 .8 4 1.2 6 1.2Z',
      },
    ],
    label: {side: 'right', y: 67, to: 8},
  },
  shoulder: {
    reach: 8,
    shapes: [
      {
        views: both,
        pair: true,
        d: 'M23 75c3.8 1.9 8.2 2.7 12 4.6 3.8 1.9 7.8 3.7 10.6 6.9 3 3.4 4.3 8.1 5.6 12.5 2 6.4 1.4 13.4 2.3 20-5.7 .7-11-1.3-15.9-6-10.6 1-15.1-14-14.6-38Z',
      },
    ],
    label: {side: 'left', y: 94, to: 42},
  },
  arm: {
    reach: 10,
    shapes: [
      {
        views: both,
        pair: true,
        d: 'M53.5 119c.5 3.7 1.1 7.3 1.7 11 .7 4 1.5 8 2.2 12-4.1-.3-8.4 .8-12.8 3.4-.8-5.2-2.5-10.2-3.6-15.4-1.2-5.6-2.3-11.3-3.4-17 4.9 4.7 10.2 6.7 15.9 6ZM60.5 168c.9 6 2.2 12 2.9 18 .7 5.6 0 11.5 1.3 17-3.1 1.3-6.2 1.9-9.3 1.6 1-6.4-3.4-12.4-5.2-18.6-1.6-5.3-3.8-10.5-4.8-16 4.9 .3 10-.3 15.1-2Z',
      },
    ],
    label: {side: 'right', y: 132, to: 49},
  },
  elbow: {
    reach: 6,
    shapes: [
      {
        views: both,
        pair: true,
        d: 'M57.4 142c1.4 8.6 1.9 17.4 3.1 26-5.1 1.7-10.2 2.3-15.1 2-1.5-8.1 .4-16.5-.8-24.6 4.4-2.6 8.7-3.7 12.8-3.4Z',
      },
    ],
    label: {side: 'left', y: 150, to: 52},
  },
  hand: {
    reach: 6,
    shapes: [
      {
        views: both,
        pair: true,
        d: 'M64.7 203c.8 3.6 2.6 6.9 3.5 10.5 1.2 4.7 2 9.6 2.1 14.5 .1 4.4 .3 8.9-1.3 13-.9 2.3-1.2 6.3-3.7 6.4-1.7 .1-3.1-1.6-4.3-2.8-2.9-3.1-1.3-8.4-2.1-12.6-.5-2.5 .9-7.8-1.7-7.6-2.1 .1-1.3 5.5-3.4 5.4-1.4-.1-2.4-1.6-3.3-2.8-2.5-3.4 0-8.4 1-12.5 .8-3.4 3.4-6.4 3.9-9.9 3.1 .3 6.2-.3 9.3-1.6Z',
      },
    ],
    label: {side: 'left', y: 234, to: 64},
  },
  chest: {
    reach: 0,
    shapes: [
      {
        views: ['front'],
        d: 'M0 86c8 0 15.7-3.7 23-11-.5 24 4 39 14.6 38-.5 3.7-.9 7.3-1.4 11-.8 5.3-1.8 10.7-2.6 16-11.7 5.3-22.9 8-33.6 8-10.7 0-21.9-2.7-33.6-8-.8-5.3-1.8-10.7-2.6-16-.5-3.7-.9-7.3-1.4-11 10.6 1 15.1-14 14.6-38 7.3 7.3 15 11 23 11Z',
      },
    ],
    label: {side: 'left', y: 119, to: 26},
  },
  upperBack: {
    reach: 0,
    shapes: [
      {
        views: ['back'],
        d: 'M0 80.5c7.3 0 15-1.8 23-5.5-.5 24 4 39 14.6 38-.5 3.7-.9 7.3-1.4 11-.8 5.3-1.8 10.7-2.6 16-11.7 5.3-22.9 8-33.6 8-10.7 0-21.9-2.7-33.6-8-.8-5.3-1.8-10.7-2.6-16-.5-3.7-.9-7.3-1.4-11 10.6 1 15.1-14 14.6-38 8 3.7 15.7 5.5 23 5.5Z',
      },
    ],
    label: {side: 'right', y: 110, to: 26},
  },
  abdomen: {
    reach: 0,
    shapes: [
      {
        views: ['front'],
        d: 'M0 148c10.7 0 21.9-2.7 33.6-8-.9 6-2.2 12-2.2 18 0 5.4 .7 10.7 1.8 16 .6 3 1.6 6 2.4 9-6 2.1-12 3.7-18 4.6-6.4 .9-12.3 1.4-17.6 1.4-5.3 0-11.2-.5-17.6-1.4-6-.9-12-2.5-18-4.6 .8-3 1.8-6 2.4-9 1.1-5.3 1.8-10.6 1.8-16 0-6-1.3-12-2.2-18 11.7 5.3 22.9 8 33.6 8Z',
      },
    ],
    label: {side: 'left', y: 170, to: 22},
  },
  lowerBack: {
    reach: 0,
    shapes: [
      {
        views: ['back'],
        d: 'M0 148c10.7 0 21.9-2.7 33.6-8-.9 6-2.2 12-2.2 18 0 5.4 .7 10.7 1.8 16 .6 3 1.6 6 2.4 9-15.1 8.3-26.9 12.5-35.6 12.5-8.7 0-20.5-4.2-35.6-12.5 .8-3 1.8-6 2.4-9 1.1-5.3 1.8-10.6 1.8-16 0-6-1.3-12-2.2-18 11.7 5.3 22.9 8 33.6 8Z',
      },
    ],
    label: {side: 'right', y: 170, to: 22},
  },
  pelvis: {
    reach: 0,
    shapes: [
      {
        views: ['front'],
        d: 'M0 189c5.3 0 11.2-.5 17.6-1.4-.1 8.3-.8 16.3-2 24-5.7 2.3-10.9 3.4-15.6 3.4-4.7 0-9.9-1.1-15.6-3.4-1.2-7.7-1.9-15.7-2-24 6.4 .9 12.3 1.4 17.6 1.4Z',
      },
    ],
    label: {side: 'left', y: 194, to: 8},
  },
  hip: {
    reach: 3,
    shapes: [
      {
        views: ['front'],
        pair: true,
        d: 'M35.6 183c1.3 5 2.6 9.9 3.4 15 .8 5.3 1.3 10.6 1.4 16 .1 3.3 0 6.7-.1 10-8.2-2.7-16.4-6.8-24.7-12.4 1.2-7.7 1.9-15.7 2-24 6-.9 12-2.5 18-4.6Z',
      },
    ],
    label: {side: 'left', y: 212, to: 31},
  },
  buttock: {
    reach: 0,
    shapes: [
      {
        views: ['back'],
        pair: true,
        d: 'M0 195.5c8.7 0 20.5-4.2 35.6-12.5 1.3 5 2.6 9.9 3.4 15 .8 5.3 1.3 10.6 1.4 16 .1 3.3 0 6.7-.1 10-12.2 8-25.2 7.3-39.1-2l-1.2-26.5Z',
      },
    ],
    label: {side: 'right', y: 206, to: 26},
  },
  leg: {
    reach: 0,
    shapes: [
      {
        views: ['front'],
        pair: true,
        d: 'M40.3 224c-.1 4-.3 8-.7 12-.7 8.1-2.2 16-3.6 24-1.3 7-3.5 13.9-4.4 21-8.4-2.3-17.2-2.3-26.4 0-.7-8.3-1.6-16.7-2.2-25-.6-8-.8-16-1.4-24-.4-5.7-1.1-11.3-1.6-17 4.7 0 9.9-1.1 15.6-3.4 8.3 5.6 16.5 9.7 24.7 12.4Z',
      },
      {
        views: ['back'],
        pair: true,
        d: 'M40.3 224c-.1 4-.3 8-.7 12-.7 8.1-2.2 16-3.6 24-1.3 7-3.5 13.9-4.4 21-8.4-2.3-17.2-2.3-26.4 0-.7-8.3-1.6-16.7-2.2-25-.6-8-.8-16-1.4-24l-.4-10c13.9 9.3 26.9 10 39.1 2Z',
      },
      {
        views: both,
        pair: true,
        d: 'M30.6 309c.2 5 1 10 1 15-.1 7.4-1.3 14.7-2.6 22-1.3 6.8-4.5 13.1-5 20-4.3 2-8.4 2-12.4 0-.3-6.7-1.8-13.3-2.6-20-.8-7.3-2.1-14.6-2.2-22 0-5 .8-10 .8-15 7.6 3 15.3 3 23 0Z',
      },
    ],
    label: {side: 'right', y: 252, to: 30},
  },
  knee: {
    reach: 8,
    shapes: [
      {
        views: both,
        pair: true,
        d: 'M31.6 281c-1.2 9.3-1.3 18.7-1 28-7.7 3-15.4 3-23 0 0-9.4-1.6-18.7-2.4-28 9.2-2.3 18-2.3 26.4 0Z',
      },
    ],
    label: {side: 'left', y: 296, to: 22},
  },
  foot: {
    reach: 8,
    shapes: [
      {
        views: both,
        pair: true,
        d: 'M24 366c-.3 4-.3 8.1 .4 12 .7 3.8 3.7 7.1 3.6 11-.1 2.2-.1 4.7-1.4 6.4-2.4 3.1-8.3 2.7-11.6 .6-2.4-1.5-3.8-4.3-4.6-7-1-3.5 1-7.3 1.2-11 .2-4 .2-8 0-12 4 2 8.1 2 12.4 0Z',
      },
    ],
    label: {side: 'right', y: 385, to: 20},
  },
  wholeBody: {
    reach: 0,
    shapes: [{views: ['middle'], d: 'M-46 412l92 0c20 0 20 30 0 30l-92 0c-20 0-20-30 0-30Z'}],
    label: {side: 'middle', y: 427, to: 0},
  },
}

/** Lines between the parts, so that each is seen as one; drawn over everything and never touched. */
export const seams: readonly Shape[] = [
  {
    views: both,
    pair: true,
    d: 'M37.6 113c-10.6 1-15.1-14-14.6-38M53.5 119c-5.7 .7-11-1.3-15.9-6M57.4 142c-4.1-.3-8.4 .8-12.8 3.4M60.5 168c-5.1 1.7-10.2 2.3-15.1 2M64.7 203c-3.1 1.3-6.2 1.9-9.3 1.6M31.6 281c-8.4-2.3-17.2-2.3-26.4 0M30.6 309c-7.7 3-15.4 3-23 0M24 366c-4.3 2-8.4 2-12.4 0',
  },
  {
    views: ['front'],
    d: 'M19.2 26c-6.4 1.5-12.8 2.3-19.2 2.3-6.4 0-12.8-.8-19.2-2.3M11.3 54.5c-1.5 1.4-3.2 2.8-5.1 3.6-1.9 .8-4.1 1.2-6.2 1.2-2.1 0-4.3-.4-6.2-1.2-1.9-.8-3.6-2.2-5.1-3.6M23 75c-7.3 7.3-15 11-23 11-8 0-15.7-3.7-23-11M33.6 140c-11.7 5.3-22.9 8-33.6 8-10.7 0-21.9-2.7-33.6-8M35.6 183c-6 2.1-12 3.7-18 4.6-6.4 .9-12.3 1.4-17.6 1.4-5.3 0-11.2-.5-17.6-1.4-6-.9-12-2.5-18-4.6M15.6 211.6c-5.7 2.3-10.9 3.4-15.6 3.4-4.7 0-9.9-1.1-15.6-3.4',
  },
  {views: ['front'], pair: true, d: 'M17.6 187.6c-.1 8.3-.8 16.3-2 24M40.3 224c-8.2-2.7-16.4-6.8-24.7-12.4'},
  {
    views: ['back'],
    d: 'M11.3 54.5c-1.5 1.4-3.2 2.8-5.1 3.6-1.9 .8-4.1 1.2-6.2 1.2-2.1 0-4.3-.4-6.2-1.2-1.9-.8-3.6-2.2-5.1-3.6M23 75c-8 3.7-15.7 5.5-23 5.5-7.3 0-15-1.8-23-5.5M33.6 140c-11.7 5.3-22.9 8-33.6 8-10.7 0-21.9-2.7-33.6-8M35.6 183c-15.1 8.3-26.9 12.5-35.6 12.5-8.7 0-20.5-4.2-35.6-12.5M0 196l0 26',
  },
  {views: ['back'], pair: true, d: 'M40.3 224c-12.2 8-25.2 7.3-39.1-2'},
]

/** What tells the back from the front at a glance: the spine and the shoulder blades; the navel. */
export const details: readonly Shape[] = [
  {views: ['front'], d: 'M0 170l0 3'},
  {views: ['back'], d: 'M0 84l0 106'},
  {views: ['back'], pair: true, d: 'M12 98c-1.7 12 1.7 20 10 24'},
]
