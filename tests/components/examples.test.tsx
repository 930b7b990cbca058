import {describe, expect, it} from '@jest/globals'
import {render} from '@testing-library/react'
import axe from 'axe-core'
import {examples} from '@/components/examples'

const named = examples.map(
  (example) => [[example.component, example.variant].filter(Boolean).join(': '), example] as const,
)

/** What needs a real browser, and a whole page: the gallery is looked at in one (tests/e2e/gallery.test.ts). */
const off = ['color-contrast', 'label-content-name-mismatch', 'link-in-text-block', 'region']

describe('the examples of components', () => {
  it('have names that tell them apart', () => {
    expect(new Set(named.map(([name]) => name)).size).toBe(named.length)
  })

  it.each(named)('%s says something, and shuts nobody out', async (_name, {draw}) => {
    const {container} = render(draw())
    expect(container.textContent?.trim()).not.toBe('')
    const {violations} = await axe.run(container, {
      rules: Object.fromEntries(off.map((rule) => [rule, {enabled: false}])),
    })
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`)).toEqual([])
  })
})
