import type {SearchAnswer} from '@/lib/search/search-index'

/** One page under its own name, found by another; one by a section of its text. */
export const found: SearchAnswer = {
  total: 2,
  from: 0,
  corrections: [{typed: 'dics', meant: 'disc'}],
  results: [
    {
      id: 'condition-herniated-disk',
      kind: 'condition',
      path: '/conditions/herniated-disk',
      title: [{text: 'Herniated disk', hit: false}],
      alias: [{text: 'Slipped disc', hit: true}],
      extract: {
        pieces: [
          {text: 'A ', hit: false},
          {text: 'slipped disc', hit: true},
          {text: ' can press on a nerve. Most people heal without surgery.', hit: false},
        ],
        cutBefore: false,
        cutAfter: false,
      },
      section: null,
    },
    {
      id: 'treatment-physical-therapy',
      kind: 'treatment',
      path: '/treatments/physical-therapy',
      title: [{text: 'Physical therapy', hit: false}],
      alias: null,
      extract: {
        pieces: [
          {text: 'It helps most people whose ', hit: false},
          {text: 'disc', hit: true},
          {text: ' bulges', hit: false},
        ],
        cutBefore: true,
        cutAfter: true,
      },
      section: {heading: 'Who it is for', anchor: 'who-it-is-for'},
    },
  ],
}

export const nothing: SearchAnswer = {total: 0, from: 0, corrections: [], results: []}
