import type {ReactNode} from 'react'
import {Hidden} from '@/components/ui/hidden'
import type {FormErrorKey, QuestionField} from '@/lib/enquiries/form'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import styles from './enquiry.module.css'
import {errorOf, hintOf, idOf} from './field-names'

type Props = {
  field: QuestionField
  language: Language
  label: string
  hint?: string
  optional?: boolean
  error: FormErrorKey | undefined
  /** Below what is typed into. */
  below?: ReactNode
  /** Takes what every kind of input needs. */
  children: (input: Input) => ReactNode
}

export type Input = {
  id: string
  name: QuestionField
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** A label, what helps to fill it in, what is wrong with it, and the place to type, in this order. */
export function Field({field, language, label, hint, optional = false, error, below, children}: Props) {
  const {enquiry} = labelsFor(language)
  return (
    <div className={`${styles.field} ${styles[field] ?? ''}`} data-wrong={error && ''}>
      <label htmlFor={idOf(field)}>
        {label}
        {optional && <span className={styles.optional}> {enquiry.optional}</span>}
      </label>
      {hint && (
        <p id={hintOf(field)} className={styles.hint}>
          {hint}
        </p>
      )}
      <ErrorMessage field={field} language={language} error={error} />
      {children({
        id: idOf(field),
        name: field,
        'aria-describedby': [hint && hintOf(field), error && errorOf(field)].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {below}
    </div>
  )
}

/** What is wrong with a field; those who hear it are told first that it is a mistake. */
export function ErrorMessage({field, language, error}: Pick<Props, 'field' | 'language' | 'error'>) {
  const {enquiry} = labelsFor(language)
  if (!error) return null
  return (
    <p id={errorOf(field)} className={styles.error}>
      <Hidden>{enquiry.error}</Hidden>
      {enquiry.errors[error]}
    </p>
  )
}
