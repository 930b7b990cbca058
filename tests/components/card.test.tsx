/** @jest-environment node */
import {describe, expect, test} from '@jest/globals'
import {renderToStaticMarkup} from 'react-dom/server'
import {drawnCard} from '@/app/card/[...path]/draw'
import {Card} from '@/components/card'
import type {Card as CardContent} from '@/lib/seo/card'

const card: CardContent = {
  language: 'es',
  kind: 'condition',
  slug: 'dolor-de-espalda',
  title: 'Dolor de espalda: qué es, qué puede hacer usted y cuándo buscar ayuda',
  siteName: 'Riverside Pain Clinic',
  figure: null,
}

describe('a share card', () => {
  test('says what the page is, its title, and whose it is', () => {
    const html = renderToStaticMarkup(<Card card={card} />)
    expect(html).toContain('Afección')
    expect(html).toContain(card.title)
    expect(html).toContain(card.siteName)
  })

  test('is a PNG of 1200 × 630 that every network takes', async () => {
    const bytes = Buffer.from(await drawnCard(card))
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
    expect(bytes.length).toBeLessThan(300_000)
  })

  test('is drawn once, however many ask', async () => {
    expect(drawnCard({...card})).toBe(drawnCard({...card}))
    expect(drawnCard({...card, title: 'Otro'})).not.toBe(drawnCard(card))
    await drawnCard({...card, title: 'Otro'})
  })
})
