import type {CSSProperties} from 'react'
import {textItems} from '@/components/ui/text-items'
import {type CardColours, cardColours} from '@/lib/brand'
import {type Card as CardContent, cardSize} from '@/lib/seo/card'
import {type CardLayout, cardText, leading, logoBox, tracking} from '@/lib/seo/card-layout'
import type {SetText} from '@/lib/typeset/set-text'

/** As on the site, where the clinic has chosen no colour; the drawing library reads no style sheets. */
const ownColours: CardColours = {
  ground: '#074944',
  ink: '#ffffff',
  soft: '#bfe3dc',
  line: '#2f837a',
  motif: '#0b5b55',
}

/** The clinic's mark, four bars in a gentle curve, standing at both sides where a square crop takes nothing away. */
const bars = [
  {top: 96, width: 170, shift: 0},
  {top: 212, width: 190, shift: 34},
  {top: 328, width: 190, shift: -18},
  {top: 444, width: 150, shift: 14},
]

const Motif = ({side, colour}: {side: 'left' | 'right'; colour: CardColours}) => (
  <div style={{display: 'flex', position: 'absolute', top: 0, [side]: 0, width: 285, height: cardSize.height}}>
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

type LinesProps = {text: SetText; kind: keyof typeof leading; style?: CSSProperties}

/** Lines as they were set: the drawing library is not asked to break them again. */
const Lines = ({text: {size, lines}, kind, style}: LinesProps) => (
  <div
    style={{
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      fontSize: size,
      lineHeight: leading[kind],
      letterSpacing: `${tracking[kind]}em`,
      ...style,
    }}
  >
    {textItems(lines).map((line) => (
      <div key={line.key} style={{display: 'flex', whiteSpace: 'nowrap'}}>
        {line.text}
      </div>
    ))}
  </div>
)

type Props = {
  card: CardContent
  layout: CardLayout
  /** The clinic's logo as a `data:` address, with the size it is to be drawn in. */
  logo?: Readonly<{src: string; width: number; height: number}> | null
}

/**
 * A share card, 1200 × 630: what kind of page this is, its title or its number, and whose it is. All words stand within
 * the middle 630 pixels, because several networks cut the card to a square. No pictures of people: a card may be about an
 * illness.
 */
export function Card({card, layout: {kind, figure, title, siteName}, logo}: Props) {
  const colour = card.brandColor === null ? ownColours : cardColours(card.brandColor)
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
        fontFamily: 'Inter, Inter Ext, Inter Vietnamese',
        fontWeight: 600,
      }}
      lang={card.language}
    >
      <Motif side="left" colour={colour} />
      <Motif side="right" colour={colour} />
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'center',
          justifyContent: 'space-between',
          ...cardText,
        }}
      >
        <Lines text={kind} kind="text" style={{color: colour.soft, fontWeight: 400}} />
        <div style={{display: 'flex', flexDirection: 'column', alignItems: 'center', gap: 12}}>
          {figure && <Lines text={figure.value} kind="figure" />}
          {figure?.label && <Lines text={figure.label} kind="text" />}
          {title && (
            <Lines
              text={title}
              kind={figure ? 'text' : 'title'}
              {...(figure && {style: {color: colour.soft, fontWeight: 400, marginTop: 8}})}
            />
          )}
        </div>
        <div
          style={{
            display: 'flex',
            alignItems: 'center',
            justifyContent: 'center',
            gap: logoBox.gap,
            width: '100%',
            paddingTop: 20,
            borderTop: `3px solid ${colour.line}`,
          }}
        >
          {logo && (
            <div style={{display: 'flex', padding: 8, borderRadius: 14, background: '#ffffff'}}>
              <img src={logo.src} width={logo.width} height={logo.height} alt="" />
            </div>
          )}
          <Lines text={siteName} kind="text" style={logo ? {alignItems: 'flex-start'} : {}} />
        </div>
      </div>
    </div>
  )
}
