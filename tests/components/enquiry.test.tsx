import {describe, expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {Ask} from '@/components/enquiry/ask'
import {EmergencyNotice} from '@/components/enquiry/emergency-notice'
import {ProblemSummary} from '@/components/enquiry/problem-summary'
import {QuestionForm} from '@/components/enquiry/question-form'
import {ThanksPage} from '@/components/enquiry/thanks-page'
import {mistaken, withNumbers} from '@/components/examples/content/enquiry'
import {site} from '@/components/examples/content/site'

const keeping = {answered: 30, most: 100}

describe('the form', () => {
  test('asks for a question, a name and one way to answer, and says of all else that it is optional', () => {
    render(<QuestionForm language="en" token="sealed" from="/conditions/back-pain" />)
    const labels = [...document.querySelectorAll('label, legend')].map((label) => label.textContent)
    expect(labels).toEqual([
      'Leave this field empty',
      'Your question',
      'Your name',
      'How should we answer you?',
      'By e-mail',
      'By phone',
      'Your e-mail address',
      'Your phone number',
      'When is a good time to reach you? (optional)',
      'E-mail and text messages are not private (optional)',
      'I know this. You may write to me about my health by e-mail or text message.',
    ])
  })

  test('tells browsers what they can fill in, and telephones which keys to show', () => {
    render(<QuestionForm language="en" token="sealed" />)
    expect(screen.getByLabelText('Your name')).toHaveAttribute('autocomplete', 'name')
    expect(screen.getByLabelText('Your e-mail address')).toHaveAttribute('autocomplete', 'email')
    expect(screen.getByLabelText('Your e-mail address')).toHaveAttribute('inputmode', 'email')
    expect(screen.getByLabelText('Your phone number')).toHaveAttribute('autocomplete', 'tel')
    expect(screen.getByLabelText('Your phone number')).toHaveAttribute('inputmode', 'tel')
  })

  test('advises against private numbers at the question itself', () => {
    render(<QuestionForm language="en" token="sealed" />)
    expect(screen.getByLabelText('Your question')).toHaveAccessibleDescription(
      /leave out your medical record, insurance and Social Security numbers/,
    )
  })

  test('has a field for programs that no reader meets', () => {
    render(<QuestionForm language="en" token="sealed" />)
    const trap = document.querySelector('input[name=subject]')
    expect(trap).toHaveAttribute('tabindex', '-1')
    expect(trap?.closest('[aria-hidden=true]')).not.toBeNull()
    expect(screen.queryByRole('textbox', {name: 'Leave this field empty'})).toBeNull()
  })

  test('comes back with what was typed and what is wrong, at each field', () => {
    render(<QuestionForm language="en" token="sealed" typed={mistaken.typed} errors={mistaken.errors ?? {}} />)
    const email = screen.getByLabelText('Your e-mail address')
    expect(email).toHaveValue('alex at example')
    expect(email).toBeInvalid()
    expect(email).toHaveAccessibleDescription('Error: Enter an e-mail address like name@example.com')
    expect(screen.getByLabelText('Your question')).toHaveAccessibleDescription(/Error: Enter your question/)
    expect(screen.getByLabelText('Your name')).toHaveValue('Alex Rivera')
    expect(screen.getByLabelText('Your name')).toHaveAccessibleDescription('')
    expect(screen.getByLabelText('Your name')).not.toHaveAttribute('aria-invalid')
    expect(screen.getByRole('radio', {name: 'By e-mail'})).toBeChecked()
  })

  test('offers to send a private number all the same, only where one was noticed', () => {
    const {rerender} = render(<QuestionForm language="en" token="sealed" />)
    expect(screen.queryByRole('checkbox', {name: 'Send it as it is'})).toBeNull()
    rerender(<QuestionForm language="en" token="sealed" typed={withNumbers.typed} errors={withNumbers.errors ?? {}} />)
    expect(screen.getByRole('checkbox', {name: 'Send it as it is'})).not.toBeChecked()
    expect(screen.getByLabelText('Your question')).toHaveAccessibleDescription(/an insurance number in your question/)
  })

  test('speaks Spanish', () => {
    render(<QuestionForm language="es" token="sealed" errors={{question: 'questionMissing'}} />)
    expect(screen.getByLabelText('Su pregunta')).toHaveAccessibleDescription(/Error: Escriba su pregunta/)
    expect(document.querySelector('input[name=language]')).toHaveValue('es')
  })
})

describe('the summary of what is wrong', () => {
  test('leads to each field in the order of the form, in the words that stand there', () => {
    render(<ProblemSummary site={site} language="en" errors={{way: 'wayMissing', question: 'questionMissing'}} />)
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent('There is a problem')
    const links = within(alert).getAllByRole('link')
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Enter your question', '#ask-question'],
      ['Choose how we should answer you', '#ask-way-email'],
    ])
    render(<QuestionForm language="en" token="sealed" />)
    for (const link of links) expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull()
  })

  test('takes the focus that a browser gives to what an address names', () => {
    render(<ProblemSummary site={site} language="en" problem="old" />)
    expect(document.getElementById('problem')).toHaveAttribute('tabindex', '-1')
    render(<QuestionForm language="en" token="sealed" />)
    expect(document.querySelector('form')).toHaveAttribute('action', '/api/enquiries#problem')
  })

  test('says that nothing was sent, and whom to call', () => {
    render(<ProblemSummary site={site} language="en" problem="notStored" />)
    expect(screen.getByRole('alert')).toHaveTextContent(
      /^Your question was not sent.*we could not keep your question\./,
    )
    expect(screen.getByRole('link', {name: site.phone})).toHaveAttribute('href', 'tel:5125550142')
  })

  test('is hidden where nothing is wrong', () => {
    render(<ProblemSummary site={site} language="en" />)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('around the form', () => {
  test('what to do in an emergency comes before everything else', () => {
    render(<Ask site={site} language="en" form={{token: 'sealed'}} keeping={keeping} />)
    const [first] = screen.getAllByRole('heading')
    expect(first).toHaveTextContent('Not for emergencies')
    expect(screen.getByRole('link', {name: 'Call 911'})).toHaveAttribute('href', 'tel:911')
    expect(screen.getByRole('link', {name: 'Call 988'})).toHaveAttribute('href', 'tel:988')
  })

  test.each(['', 'Call 911.', 'Call 911, or 988 in a crisis.'])(
    'a crisis has its number once in words, whatever the clinic says: %j',
    (emergencyText) => {
      const {container} = render(<EmergencyNotice site={{emergencyText}} language="en" />)
      const words = [...container.querySelectorAll('p')].filter((line) => !line.querySelector('a'))
      expect(words.map((line) => line.textContent).join(' ')).toMatch(/911.*988/)
    },
  )

  test('says who reads a question and how long it is kept, by the clinic’s own settings', () => {
    render(<Ask site={site} language="en" form={{token: 'sealed'}} keeping={keeping} />)
    const after = screen.getByRole('heading', {name: 'What happens to your question'}).closest('section')
    expect(after).toHaveTextContent('Only staff who answer questions can read it.')
    expect(after).toHaveTextContent('We delete it 30 days after we answer you.')
    expect(after).toHaveTextContent('it goes after 100 days')
  })

  test('without a form says so, and keeps the other ways', () => {
    render(<Ask site={site} language="en" form={null} keeping={keeping} />)
    expect(screen.queryByRole('form')).toBeNull()
    expect(screen.getByText(/This form is not working right now/)).toBeVisible()
    expect(screen.getByRole('link', {name: 'Call (512) 555-0142'})).toBeVisible()
  })
})

describe('the thank-you', () => {
  test('has the reference, what happens next, and what to do in an emergency', () => {
    render(<ThanksPage site={site} language="en" reference="K7Q4-9XRT" />)
    expect(screen.getByRole('heading', {level: 1})).toHaveTextContent('Thank you. We have your question')
    expect(screen.getByText('K7Q4-9XRT')).toBeVisible()
    expect(screen.getAllByRole('listitem')).toHaveLength(3)
    expect(screen.getByRole('link', {name: 'Call 911'})).toBeVisible()
  })

  test('thanks nobody whose question it does not know of', () => {
    render(<ThanksPage site={site} language="en" reference={null} />)
    expect(screen.queryByText(/Thank you/)).toBeNull()
    expect(screen.getByRole('link', {name: 'Call 911'})).toBeVisible()
  })
})
