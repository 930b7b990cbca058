import {gzipSync} from 'node:zlib'
import {describe, expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {renderToStaticMarkup} from 'react-dom/server'
import {BodyMap} from '@/components/body-map/body-map'
import {choicesFor} from '@/components/body-map/regions'
import {WhereItHurts} from '@/components/body-map/where-it-hurts'
import {conditions, everywhere} from '@/components/examples/content/lists'
import {bodyRegions} from '@/sanity/vocabulary'

const linksIn = (name: string) =>
  within(screen.getByRole('navigation', {name}))
    .getAllByRole('link')
    .map((link) => ({name: link.getAttribute('aria-label') ?? link.textContent, href: link.getAttribute('href')}))

describe('where it hurts', () => {
  test('can be chosen on the body: each part once, by name and by how much there is to read, from head to foot', () => {
    render(<WhereItHurts conditions={conditions} language="en" />)
    expect(linksIn('Choose on the body')).toEqual([
      {name: 'Head: 1 condition', href: '/conditions#head'},
      {name: 'Lower back: 2 conditions', href: '/conditions#lower-back'},
      {name: 'Leg: 1 condition', href: '/conditions#leg'},
      {name: 'Whole body: 2 conditions', href: '/conditions#whole-body'},
    ])
  })

  test('can be chosen in a list that says the same', () => {
    render(<WhereItHurts conditions={everywhere} language="en" />)
    expect(linksIn('Choose from a list')).toEqual(linksIn('Choose on the body'))
    expect(linksIn('Choose from a list')).toHaveLength(bodyRegions.length)
  })

  test('has a way past the drawing for those who go by keyboard', () => {
    render(<WhereItHurts conditions={conditions} language="en" />)
    const [first] = screen.getAllByRole('link')
    expect(first).toHaveTextContent('Go to the list')
    expect(document.querySelector(first?.getAttribute('href') ?? '')).toBe(
      screen.getByRole('navigation', {name: 'Choose from a list'}),
    )
  })

  test('is asked in the reader’s language, and leads to pages in it', () => {
    render(<WhereItHurts conditions={conditions} language="es" />)
    expect(screen.getByRole('heading', {level: 2, name: '¿Dónde le duele?'})).toBeVisible()
    expect(linksIn('Elegir en el cuerpo')).toContainEqual({
      name: 'Espalda baja: 2 afecciones',
      href: '/es/conditions#lower-back',
    })
    expect(linksIn('Elegir en una lista')).toEqual(linksIn('Elegir en el cuerpo'))
  })

  test('is not asked where there is nothing to read', () => {
    const {container} = render(<WhereItHurts conditions={[]} language="en" />)
    expect(container).toBeEmptyDOMElement()
  })
})

describe('the drawing', () => {
  const drawn = (list = conditions) => renderToStaticMarkup(<BodyMap choices={choicesFor(list, 'en')} language="en" />)

  test('is whole whatever can be chosen: what cannot is drawn, and is no link', () => {
    const shapes = (html: string) => [...html.matchAll(/ d="([^"]+)" transform/g)].map(([, d]) => d).sort()
    const whole = shapes(drawn(everywhere))
    const pill = whole.filter((d) => !shapes(drawn([])).includes(d))
    expect(shapes(drawn(conditions))).toEqual(whole)
    expect(pill).toHaveLength(1)
    expect(drawn([])).not.toContain('<a')
  })

  test('has no room for the whole body where nothing belongs to it', () => {
    const [backPain] = conditions
    expect(drawn(backPain && [backPain])).toContain('viewBox="-298 -26 596 428"')
    expect(drawn(everywhere)).toContain('viewBox="-298 -26 596 474"')
  })

  test('weighs less than 4 kB on the way to a phone', () => {
    expect(gzipSync(drawn(everywhere)).length).toBeLessThan(4_000)
  })
})
