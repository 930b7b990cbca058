import type {ReactNode} from 'react'
import button from '@/components/ui/ui.module.css'
import {type FormErrors, isAboutNumbers, longestQuestion, type Typed} from '@/lib/enquiries/form'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import styles from './enquiry.module.css'
import {ErrorMessage, Field} from './field'
import {errorOf, idOf, problemId} from './field-names'

type Props = {
  language: Language
  /** Sealed; see `lib/enquiries/view-token.ts`. */
  token: string
  /** Path of the page asked from. */
  from?: string | null
  /** What was typed before, where the form comes back. */
  typed?: Partial<Typed> | null
  errors?: FormErrors
  /** What to know before sending it. */
  children?: ReactNode
}

/**
 * A plain form, complete without a script; `enhance.js` sends it without leaving the page. The browser's own checks are
 * off: they speak its language, vanish after a moment, and are missed by some screen readers.
 */
export function QuestionForm({language, token, from = null, typed, errors = {}, children}: Props) {
  const {enquiry} = labelsFor(language)
  const value = typed ?? {}
  const offersToKeep = isAboutNumbers(errors.question) || value.keepNumbers === true
  const field = (name: 'question' | 'name' | 'email' | 'phone' | 'when') => ({
    field: name,
    language,
    label: enquiry[name],
    error: errors[name],
  })
  return (
    <form
      className={styles.form}
      method="post"
      action={`/api/enquiries#${problemId}`}
      noValidate
      aria-labelledby="ask"
      data-ask=""
    >
      <input type="hidden" name="view" defaultValue={token} />
      <input type="hidden" name="language" defaultValue={language} />
      <input type="hidden" name="from" defaultValue={from ?? ''} />
      <div className={styles.trap} aria-hidden="true">
        <label>
          {enquiry.trap}
          <input type="text" name="subject" tabIndex={-1} autoComplete="off" defaultValue={value.subject} />
        </label>
      </div>
      <Field
        {...field('question')}
        hint={enquiry.questionHint}
        below={
          <>
            <p
              id="ask-question-most"
              className={styles.hint}
              data-count={longestQuestion}
              data-left={enquiry.left}
              data-over={enquiry.over}
            >
              {enquiry.most}
            </p>
            {offersToKeep && (
              <label className={styles.choice}>
                <input type="checkbox" name="keepNumbers" value="yes" defaultChecked={value.keepNumbers} />
                <span>{enquiry.keepNumbers}</span>
              </label>
            )}
          </>
        }
      >
        {(input) => (
          <textarea
            {...input}
            aria-describedby={`${input['aria-describedby']} ask-question-most`}
            rows={7}
            defaultValue={value.question}
            required
          />
        )}
      </Field>
      <Field {...field('name')}>
        {(input) => <input {...input} type="text" autoComplete="name" defaultValue={value.name} required />}
      </Field>
      <fieldset className={styles.field} aria-describedby={errors.way && errorOf('way')} data-wrong={errors.way && ''}>
        <legend>{enquiry.way}</legend>
        <ErrorMessage field="way" language={language} error={errors.way} />
        <div className={styles.choices}>
          {(['email', 'phone'] as const).map((way) => (
            <label key={way} className={styles.choice}>
              <input
                type="radio"
                id={`${idOf('way')}-${way}`}
                name="way"
                value={way}
                defaultChecked={value.way === way}
                required
              />
              <span>{enquiry.ways[way]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field {...field('email')}>
        {(input) => (
          <input
            {...input}
            type="email"
            inputMode="email"
            autoComplete="email"
            spellCheck={false}
            defaultValue={value.email}
          />
        )}
      </Field>
      <Field {...field('phone')}>
        {(input) => <input {...input} type="tel" inputMode="tel" autoComplete="tel" defaultValue={value.phone} />}
      </Field>
      <Field {...field('when')} hint={enquiry.whenHint} optional>
        {(input) => <input {...input} type="text" autoComplete="off" defaultValue={value.when} />}
      </Field>
      <fieldset className={styles.field} aria-describedby="ask-privacy-hint">
        <legend>
          {enquiry.privacy}
          <span className={styles.optional}> {enquiry.optional}</span>
        </legend>
        <p id="ask-privacy-hint" className={styles.hint}>
          {enquiry.privacyHint}
        </p>
        <label className={styles.choice}>
          <input
            type="checkbox"
            name="unencryptedReplyIsFine"
            value="yes"
            defaultChecked={value.unencryptedReplyIsFine}
          />
          <span>{enquiry.privacyYes}</span>
        </label>
      </fieldset>
      {children}
      <div className={styles.send}>
        <button type="submit" className={button.button}>
          {enquiry.send}
        </button>
        <p role="status" data-sending={enquiry.sending} />
      </div>
    </form>
  )
}
