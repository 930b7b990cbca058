import {labelsFor} from '@/lib/labels'
import {type Card as CardContent, cardSize} from '@/lib/seo/card'

/** As on the site; the drawing library reads no style sheets. */
const colour = {ground: '#074944', ink: '#ffffff', soft: '#bfe3dc', line: '#2f837a', motif: '#0b5b55'}

/** The clinic's mark, four bars in a gentle curve, standing at both sides where a square crop takes nothing away. */
const bars = [
  {top: 96, width: 170, shift: 0},
  {top: 212, width: 190, shift: 34},
  {top: 328, width: 190, shift: -18},
  {top: 444, width: 150, shift: 14},
]

const Motif = ({side}: {side: 'left' | 'right'}) => (
  <div style={{display: 'flex', position: 'absolute', top: 0, [side]: 0, width: 290, height: cardSize.height}}>
    {bars.map(({top, width, shift}) => (
      <div
        key={top}
        style={{
          position: 'absolute',
          top,
          [side]: 52 + shift,
          width,
          height: 84,
          borderRadius: 42,
          background: colour.motif,
        }}
      />
    ))}
  </div>
)

/** Titles are drawn as large as they fit: the longer, the smaller. Pixels. */
function titleSize(title: string): number {
  const sizes = [
    [18, 104],
    [36, 84],
    [64, 66],
    [110, 52],
  ] as const
  return sizes.find(([longest]) => title.length <= longest)?.[1] ?? 42
}

/**
 * A share card, 1200 × 630. All words stand within the middle 630 pixels, because several networks cut the card to a
 * square. No pictures of people: a card may be about an illness.
 */
export function Card({card}: {card: CardContent}) {
  const {kinds} = labelsFor(card.language)
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        justifyContent: 'center',
        ...cardSize,
        background: colour.ground,
        color: colour.ink,
        fontFamily: 'Inter',
      }}
    >
      <Motif side="left" />
      <Motif side="right" />
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'center',
          justifyContent: 'space-between',
          width: 590,
          height: 530,
          textAlign: 'center',
        }}
      >
        <div style={{display: 'flex', fontSize: 28, color: colour.soft}}>{kinds[card.kind]}</div>
        <div
          style={{
            display: 'flex',
            maxWidth: '100%',
            fontSize: titleSize(card.title),
            fontWeight: 600,
            lineHeight: 1.1,
            letterSpacing: '-0.025em',
            wordBreak: 'break-word',
          }}
        >
          {card.title.length > 160 ? `${card.title.slice(0, 159)}…` : card.title}
        </div>
        <div
          style={{
            display: 'flex',
            justifyContent: 'center',
            width: '100%',
            paddingTop: 24,
            borderTop: `3px solid ${colour.line}`,
            fontSize: 32,
            fontWeight: 600,
          }}
        >
          {card.siteName}
        </div>
      </div>
    </div>
  )
}
