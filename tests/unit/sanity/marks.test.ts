/** Which words of a draft carry the marks of visual editing, and that nothing else is touched. */
import type {ContentSourceMap} from '@sanity/client/stega'
import {withoutMarks} from '@/lib/without-marks'
import {isMarked, withMarks} from '@/sanity/marks'

const at = (...sourcePath: unknown[]) => ({sourcePath, resultPath: sourcePath, value: 'words'})

describe('a mark', () => {
  it.each([
    ['title'],
    ['summary'],
    ['alsoKnownAs', 0],
    ['sections', {_key: 'a', _index: 0}, 'body', {_key: 'b', _index: 0}, 'children', {_key: 'c', _index: 0}, 'text'],
    ['urgentHelp', {_key: 'a', _index: 0}, 'items', 1],
    ['image', 'alt'],
    ['body', {_key: 'a', _index: 0}, 'description'],
  ])('is put on words that are shown: %j', (...path) => {
    expect(isMarked(at(...path))).toBe(true)
  })

  it.each([
    ['_id'],
    ['slug', 'current'],
    ['language'],
    ['urgentHelp', {_key: 'a', _index: 0}, 'level'],
    ['sections', {_key: 'a', _index: 0}, 'aspect'],
    ['review', 'lastReviewed'],
    ['bookingUrl'],
    ['phone'],
    ['figure', 'value'],
    ['social', 'title'],
    ['search', 'description'],
    ['body', {_key: 'a', _index: 0}, 'markDefs', {_key: 'b', _index: 0}, 'title'],
  ])('is not put on what is compared, counted, linked, or read by machines: %j', (...path) => {
    expect(isMarked(at(...path))).toBe(false)
  })

  it('is not put on an empty text, which means that there is none', () => {
    expect(isMarked({...at('image', 'alt'), value: ' '})).toBe(false)
  })
})

describe('an answer', () => {
  const answer = {title: 'Back pain', level: 'emergency', _id: 'a'}
  const map: ContentSourceMap = {
    documents: [{_id: 'drafts.a', _type: 'condition'}],
    paths: ["$['title']", "$['level']", "$['_id']"],
    mappings: {
      "$['title']": {type: 'value', source: {type: 'documentValue', document: 0, path: 0}},
      "$['level']": {type: 'value', source: {type: 'documentValue', document: 0, path: 1}},
      "$['_id']": {type: 'value', source: {type: 'documentValue', document: 0, path: 2}},
    },
  }

  it('carries marks that can be taken off again', () => {
    const marked = withMarks(answer, map)
    expect(marked.title).not.toBe(answer.title)
    expect(marked.title.startsWith('Back pain')).toBe(true)
    expect({...marked, title: ''}).toEqual({...answer, title: ''})
    expect(withoutMarks(marked)).toEqual(answer)
  })

  it('stays as it is where the lake gave no map', () => {
    expect(withMarks(answer, undefined)).toBe(answer)
  })
})
