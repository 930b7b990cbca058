/** The desk's own rules: what needs attention, and what there is only one of. */
import {evaluate, parse} from 'groq-js'
import type {DocumentActionComponent, TemplateItem} from 'sanity'
import {isNoticeTemplate, noticeStates, noticeTemplateId, noticeTemplates} from '@/sanity/studio/notices'
import {actionsFor, withoutSingletonOptions} from '@/sanity/studio/singletons'
import {rowsOf, withCell, withColumn, withoutColumn, withoutRow, withRow} from '@/sanity/studio/table-grid'
import {toDoDates, toDos} from '@/sanity/studio/to-do'
import {legalNotices} from '@/sanity/vocabulary'

async function listed(id: string, documents: readonly object[]): Promise<unknown[]> {
  const toDo = toDos.find((entry) => entry.id === id)
  if (!toDo) throw new Error(`There is no list "${id}"`)
  const params = {today: '2026-06-15', soon: '2026-08-14'}
  const value = await evaluate(parse(`*[${toDo.filter}]._id`, {params}), {dataset: [...documents], params})
  return value.get()
}

const page = (id: string, fields: object = {}) => ({_id: id, _type: 'condition', ...fields})
const due = (id: string, nextReviewDue?: string) => page(id, {review: {lastReviewed: '2023-06-01', nextReviewDue}})

describe('the list', () => {
  it('of overdue reviews begins the day after, and the list of those due ends after 60 days', async () => {
    const pages = [
      due('past', '2026-06-14'),
      due('today', '2026-06-15'),
      due('last', '2026-08-14'),
      due('later', '2026-08-15'),
      due('open'),
    ]
    expect(await listed('review-overdue', pages)).toEqual(['past'])
    expect(await listed('review-due', pages)).toEqual(['today', 'last'])
  })

  it('of pages never reviewed names health pages only', async () => {
    const pages = [page('new'), due('done', '2027-01-01'), {_id: 'privacy', _type: 'page'}]
    expect(await listed('never-reviewed', pages)).toEqual(['new'])
  })

  it('of facts names those being checked and those that expire', async () => {
    const facts = [
      {_id: 'checking', _type: 'fact', sourceState: 'checking'},
      {_id: 'old', _type: 'fact', sourceState: 'sourced', expiresOn: '2026-01-01'},
      {_id: 'soon', _type: 'fact', sourceState: 'sourced', expiresOn: '2026-08-14'},
      {_id: 'good', _type: 'fact', sourceState: 'sourced', expiresOn: '2027-01-01'},
    ]
    expect(await listed('source-checking', facts)).toEqual(['checking'])
    expect(await listed('facts-expiring', facts)).toEqual(['old', 'soon'])
  })

  it('of images without text looks at pictures and between paragraphs, and forgives decoration', async () => {
    const asset = {_ref: 'image-a-1x1-png'}
    const figure = {_type: 'figure', image: {asset}}
    const pages = [
      page('picture', {image: {asset}}),
      page('empty', {image: {asset, alt: ''}}),
      page('card', {social: {image: {asset}}}),
      page('figure', {sections: [{body: []}, {body: [figure]}]}),
      {_id: 'bio', _type: 'person', bio: [figure]},
      page('described', {image: {asset, alt: 'A spine'}}),
      page('decorative', {sections: [{body: [{...figure, decorative: true}]}]}),
      page('none', {image: {_type: 'picture'}}),
    ]
    expect(await listed('missing-alt', pages)).toEqual(['picture', 'empty', 'card', 'figure', 'bio'])
  })

  it('of conditions that do not say when to get help finds the card wherever it stands', async () => {
    const card = {_type: 'urgentHelp'}
    const pages = [page('none'), page('top', {urgentHelp: [card]}), page('inside', {sections: [{body: [card]}]})]
    expect(await listed('no-urgent-help', pages)).toEqual(['none'])
  })

  it('of unpublished changes names drafts', async () => {
    const pages = [page('live', {_originalId: 'live'}), page('changed', {_originalId: 'drafts.changed'})]
    expect(await listed('unpublished', pages)).toEqual(['changed'])
  })

  it('of any kind says its types where the Studio reads them', () => {
    for (const {filter} of toDos) expect(filter).toMatch(/^_type in \["\w+"(?:, "\w+")*\] && /)
  })

  it('compares with the editor’s own day', () => {
    expect(toDoDates(new Date(2026, 10, 23, 23, 59))).toEqual({today: '2026-11-23', soon: '2027-01-22'})
    expect(toDoDates(new Date(2026, 0, 1, 0, 0))).toEqual({today: '2026-01-01', soon: '2026-03-02'})
  })
})

describe('the notices of every page', () => {
  const page = (_id: string, legalNotice: string, language = 'en') => ({_id, legalNotice, language})
  const stateOf = (pages: Parameters<typeof noticeStates>[0]) =>
    Object.fromEntries(noticeStates(pages).map(({notice, state, id}) => [notice, [state, id]]))

  it('are missing until somebody publishes one, and a translation alone does not count', () => {
    expect(
      stateOf([
        page('a', 'nondiscrimination'),
        page('drafts.a', 'nondiscrimination'),
        page('drafts.b', 'accessibility'),
        page('c', 'languageAssistance', 'es'),
      ]),
    ).toEqual({
      nondiscrimination: ['published', 'a'],
      languageAssistance: ['missing', null],
      privacyPractices: ['missing', null],
      websitePrivacy: ['missing', null],
      healthData: ['missing', null],
      accessibility: ['draft', 'b'],
    })
  })

  it('can each be begun from their list, and crowd no menu', () => {
    for (const {value} of legalNotices) {
      expect(noticeTemplates).toContainEqual(
        expect.objectContaining({id: noticeTemplateId(value), value: expect.objectContaining({legalNotice: value})}),
      )
      expect(isNoticeTemplate(noticeTemplateId(value))).toBe(true)
    }
    expect(isNoticeTemplate('page')).toBe(false)
  })
})

describe('the website settings', () => {
  const action = (name: string): DocumentActionComponent =>
    Object.assign(() => null, {action: name}) as DocumentActionComponent
  const all = ['publish', 'unpublish', 'discardChanges', 'duplicate', 'delete', 'restore', 'linkToCanvas'].map(action)

  it('can be published and restored, not copied, taken down or deleted', () => {
    expect(actionsFor(all, 'siteSettings').map((entry) => entry.action)).toEqual([
      'publish',
      'discardChanges',
      'restore',
    ])
    expect(actionsFor(all, 'searchWords')).toEqual(actionsFor(all, 'siteSettings'))
    expect(actionsFor(all, 'condition')).toEqual(all)
  })

  it('cannot be made a second time', () => {
    const options = ['condition', 'siteSettings', 'searchWords', 'searchWords-in'].map(
      (templateId): TemplateItem => ({templateId}),
    )
    const context = {} as Parameters<typeof withoutSingletonOptions>[1]
    expect(withoutSingletonOptions(options, context)).toEqual([{templateId: 'condition'}])
  })
})

describe('a table', () => {
  let count = 0
  const newKey = () => `key-${count++}`
  const grid = (rows: unknown) => rowsOf(rows, newKey)
  const cells = (rows: readonly {cells: string[]}[]) => rows.map((row) => row.cells)
  const stored = [
    {_type: 'tableRow', _key: 'a', cells: ['1', '2', '3']},
    {_type: 'tableRow', _key: 'b', cells: ['4']},
  ]

  it('begins with two rows of two cells', () => {
    expect(cells(grid(undefined))).toEqual([
      ['', ''],
      ['', ''],
    ])
  })

  it('loses no cell and no key when rows are unequal', () => {
    expect(grid(stored)).toEqual([stored[0], {...stored[1], cells: ['4', '', '']}])
  })

  it('grows and shrinks by rows and columns', () => {
    const rows = grid(stored)
    expect(cells(withCell(rows, 1, 2, 'x'))).toEqual([
      ['1', '2', '3'],
      ['4', '', 'x'],
    ])
    expect(cells(withRow(rows, newKey))).toEqual([...cells(rows), ['', '', '']])
    expect(cells(withColumn(rows))[1]).toEqual(['4', '', '', ''])
    expect(cells(withoutRow(rows, 0))).toEqual([['4', '', '']])
    expect(cells(withoutColumn(rows, 1))).toEqual([
      ['1', '3'],
      ['4', ''],
    ])
  })
})
