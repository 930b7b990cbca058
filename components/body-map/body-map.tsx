import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {bodyRegions} from '@/sanity/vocabulary'
import styles from './body-map.module.css'
import {details, drawing, heightOfFigures, origins, type Shape, seams, viewBox} from './drawing'
import type {Choice} from './regions'

/** How far from the middle of the drawing its names begin, and the lines that lead to them. */
const names = {text: 165, line: 160}

/**
 * A person from the front and from the back. Each part of the body that can be chosen is one link, with all its shapes
 * in both views, so it is one stop on the keyboard and lights up whole. Left and right lead to the same conditions.
 * The others are drawn quietly and do nothing.
 */
export function BodyMap({choices, language}: {choices: readonly Choice[]; language: Language}) {
  const {onBody, front, back} = labelsFor(language).bodyMap
  const chosen = new Set(choices.map(({region}) => region))
  const others = bodyRegions.map(({value}) => value).filter((region) => !chosen.has(region) && region !== 'wholeBody')
  const [left, top, width, height] = viewBox
  return (
    <nav className={styles.figures} aria-label={onBody}>
      <svg
        className={styles.map}
        viewBox={[left, top, width, chosen.has('wholeBody') ? height : heightOfFigures].join(' ')}
        role="none"
      >
        <g className={styles.quiet}>
          {others.map((region) => drawing[region].shapes.map((shape) => <Drawn key={shape.d} shape={shape} />))}
          <text x={origins.front} y={top + 14}>
            {front}
          </text>
          <text x={origins.back} y={top + 14}>
            {back}
          </text>
        </g>
        {choices.map(({region, name, count, href}) => {
          const {shapes, label, reach} = drawing[region]
          const sides = {left: -names.text, right: names.text, middle: 0}
          return (
            <a key={region} className={styles.region} href={href} aria-label={`${name}: ${count}`}>
              <g strokeWidth={2 * reach}>
                {shapes.map((shape) => (
                  <Drawn key={shape.d} shape={shape} />
                ))}
              </g>
              <text className={styles[label.side]} transform={`translate(${sides[label.side]} ${label.y + 5})`}>
                {name}
              </text>
            </a>
          )
        })}
        <g className={styles.seams}>
          {seams.map((shape) => (
            <Drawn key={shape.d} shape={shape} />
          ))}
          <g className={styles.details}>
            {details.map((shape) => (
              <Drawn key={shape.d} shape={shape} />
            ))}
          </g>
          <path className={styles.leaders} d={choices.map(({region}) => leader(region)).join('')} />
          <path className={styles.dots} d={choices.map(({region}) => leader(region, 'its end')).join('')} />
        </g>
      </svg>
    </nav>
  )
}

/** A shape in every place where it stands. */
const Drawn = ({shape: {views, d, pair}}: {shape: Shape}) =>
  views
    .map((view) => origins[view])
    .flatMap((x) => [`translate(${x})`, ...(pair ? [`matrix(-1 0 0 1 ${x} 0)`] : [])])
    .map((transform) => <path key={transform} d={d} transform={transform} />)

/** The line from a name to its part of the body; or its end alone, for a dot. */
function leader(region: Choice['region'], part?: 'its end'): string {
  const {side, y, to} = drawing[region].label
  if (side === 'middle') return ''
  const [from, end] = side === 'left' ? [-names.line, origins.front - to] : [names.line, origins.back + to]
  return part ? `M${end} ${y}h0` : `M${from} ${y}H${end}`
}
