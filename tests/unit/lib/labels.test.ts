import {expect, test} from '@jest/globals'
import {labelsFor} from '@/lib/labels'
import {languages} from '@/lib/language'
import {
  adviceKinds,
  bodyRegions,
  type Choice,
  calloutTones,
  languages as contentLanguages,
  sectionAspects,
  sourceKinds,
  treatmentAspects,
  treatmentKinds,
  urgencyLevels,
  weekdays,
} from '@/sanity/vocabulary'

test('the headings of the condition page are word for word the clinic’s', () => {
  const {facts, faqs, question, share} = labelsFor('en')
  expect([facts.title, faqs.title, question.title, share.title]).toEqual([
    'Did you know…',
    'Frequently Asked Questions',
    'Have a question?',
    'Share This Page',
  ])
})

test('the lines of the review record are the clinic’s', () => {
  const {review} = labelsFor('en')
  expect([review.writtenBy, review.reviewedBy, review.lastReviewed, review.nextReviewDue, review.notReviewed]).toEqual([
    'Written by',
    'Reviewed by',
    'Last reviewed',
    'Next review due',
    'Not yet reviewed by a clinician',
  ])
})

test('urgency is said in words ahead of the heading', () => {
  expect(labelsFor('en').urgency).toEqual({
    emergency: 'Immediate action required: ',
    urgent: 'Urgent advice: ',
    routine: 'Non-urgent advice: ',
  })
})

test.each(languages)('every entry of the closed lists has its word in %s', (language) => {
  const labels = labelsFor(language)
  const lists: [Readonly<Record<string, string>>, readonly Choice[]][] = [
    [labels.aspects, sectionAspects],
    [labels.treatmentAspects, treatmentAspects],
    [labels.urgency, urgencyLevels],
    [labels.urgencyCall, urgencyLevels],
    [labels.callout, calloutTones],
    [labels.advice, adviceKinds],
    [labels.bodyRegions, bodyRegions],
    [labels.treatmentKinds, treatmentKinds],
    [labels.sourceKinds, sourceKinds],
    [labels.weekdays, weekdays],
  ]
  for (const [table, list] of lists) expect(Object.keys(table)).toEqual(list.map(({value}) => value))
})

test('content and site speak the same languages', () => {
  expect(contentLanguages.map(({value}) => value)).toEqual(languages)
})
