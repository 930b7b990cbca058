/** Asking a question, in each state of it. */
import {Ask} from '@/components/enquiry/ask'
import {EmergencyNotice} from '@/components/enquiry/emergency-notice'
import {ProblemSummary} from '@/components/enquiry/problem-summary'
import {QuestionForm} from '@/components/enquiry/question-form'
import {ThanksPage} from '@/components/enquiry/thanks-page'
import {WhatHappens} from '@/components/enquiry/what-happens'
import type {ReadForm} from '@/lib/enquiries/form'
import {empty, filled, mistaken, withNumbers} from './content/enquiry'
import {site} from './content/site'
import type {Example} from './example'

const language = 'en'
const keeping = {answered: 90, most: 180}

const form = (variant: string, about: string, {typed, errors}: ReadForm): Example => ({
  component: 'QuestionForm',
  variant,
  about,
  draw: () => (
    <>
      <h2 id="ask">A form</h2>
      <QuestionForm language={language} token="sealed" typed={typed} errors={errors ?? {}} />
    </>
  ),
})

export const enquiryExamples: readonly Example[] = [
  {
    component: 'Ask',
    variant: null,
    about: 'When not to write, the form, and the other ways beside it where there is room.',
    draw: () => <Ask site={site} language={language} form={{token: 'sealed'}} keeping={keeping} />,
  },
  {
    component: 'Ask',
    variant: 'not available',
    about: 'Where nothing can be kept, nothing is asked: the other ways are.',
    draw: () => <Ask site={site} language={language} form={null} keeping={keeping} />,
  },
  {
    component: 'EmergencyNotice',
    variant: null,
    about: 'When not to write and wait. Ahead of the form and on the page that says thank you.',
    draw: () => <EmergencyNotice site={site} language={language} />,
  },
  form('filled in', 'Everything that is asked of a patient. Only the way that was chosen has to be typed.', filled),
  form('sent empty', 'What is missing is said at each field. Optional fields say so, the others do not.', empty),
  form('with mistakes', 'What was typed stays, however wrong it is.', mistaken),
  form('numbers noticed', 'A private number in a question: it can be taken out, or sent as it is.', withNumbers),
  {
    component: 'ProblemSummary',
    variant: 'mistakes',
    about: 'First in the main text. Each line leads to its field, in the same words as there.',
    wide: true,
    draw: () => <ProblemSummary site={site} language={language} errors={mistaken.errors ?? {}} />,
  },
  ...(['tooMany', 'notStored', 'old'] as const).map((problem) => ({
    component: 'ProblemSummary',
    variant: {tooMany: 'limit', notStored: 'not stored', old: 'open for too long'}[problem],
    about: 'Says that nothing was sent, what to do, and how to call.',
    wide: true,
    draw: () => <ProblemSummary site={site} language={language} problem={problem} />,
  })),
  {
    component: 'WhatHappens',
    variant: null,
    about: 'What becomes of a question. The days are those of the clinic’s own settings.',
    draw: () => <WhatHappens keeping={keeping} language={language} />,
  },
  {
    component: 'ThanksPage',
    variant: null,
    about: 'The question is on the disk. Nothing on this page says who asked, or what.',
    wide: true,
    draw: () => <ThanksPage site={site} language={language} reference="K7Q4-9XRT" />,
  },
  {
    component: 'ThanksPage',
    variant: 'without a reference',
    about: 'For whoever comes here in another way than by asking.',
    wide: true,
    draw: () => <ThanksPage site={site} language={language} reference={null} />,
  },
]
