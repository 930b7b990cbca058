import {describe, expect, test} from '@jest/globals'
import {render, screen} from '@testing-library/react'
import {notReviewed, reviewed} from '@/components/examples/content/review'
import {ReviewRecord} from '@/components/page'
import type {Review} from '@/sanity/content/review'

const draw = (review: Review, today = '2026-11-25') => {
  const {container} = render(<ReviewRecord review={review} today={today} language="en" />)
  const terms = [...container.querySelectorAll('dt')].map((term) => term.textContent)
  const values = [...container.querySelectorAll('dd')].map((value) => value.textContent)
  return terms.map((term, index) => `${term}: ${values[index]}`)
}

const warning = 'Not yet reviewed by a clinician'

describe('the review record', () => {
  test('names who wrote, who reviewed, when, and when next', () => {
    expect(draw(reviewed)).toEqual([
      'Written by: Sam Field, Health writer',
      'Reviewed by: Ada Lane, MD, Pain physician',
      'Last reviewed: July 1, 2026',
      'Next review due: July 1, 2029',
    ])
    expect(screen.queryByText(warning)).toBeNull()
    expect(screen.getByRole('link', {name: 'Ada Lane'})).toHaveAttribute('href', '/people/ada-lane')
  })

  test('says plainly that a new review was due, from the day after it was', () => {
    expect(draw(reviewed, '2029-07-01').at(-1)).toBe('Next review due: July 1, 2029')
    expect(draw(reviewed, '2029-07-02').at(-1)).toBe('A new review was due on: July 1, 2029')
  })

  test('says where nobody has reviewed the page', () => {
    expect(draw(notReviewed)).toEqual([])
    expect(screen.getByText(warning)).toBeVisible()
  })

  test('still names the writer then', () => {
    expect(draw({...notReviewed, writtenBy: reviewed.writtenBy})).toEqual(['Written by: Sam Field, Health writer'])
    expect(screen.getByText(warning)).toBeVisible()
  })

  test.each([
    ['a date without a name', {...reviewed, reviewedBy: null}],
    ['a name without a date', {...reviewed, lastReviewed: null}],
  ])('does not count %s as a review', (_name, review) => {
    const lines = draw({...review, writtenBy: null})
    expect(lines).toEqual([])
    expect(screen.getByText(warning)).toBeVisible()
  })
})
