import {Icon, type IconName} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {AtGlance as AtGlanceFacts} from '@/sanity/content/treatment'
import styles from './treatment.module.css'

/** In the order in which the day goes. */
const rows = [
  ['duration', 'clock'],
  ['numbing', 'drop'],
  ['gettingHome', 'car'],
  ['recovery', 'sun'],
] as const satisfies readonly (readonly [keyof AtGlanceFacts, IconName])[]

/** What patients ask before they say yes, as labels and values; what the editor left out is left out. */
export const glanceDetails = (facts: AtGlanceFacts, language: Language) =>
  rows.flatMap(([name, icon]) => {
    const value = facts[name]
    return value ? [{label: labelsFor(language).glance[name], value, icon}] : []
  })

/** The answers at the top of a treatment's page. Nothing at all where nothing is said. */
export function AtGlance({facts, language}: {facts: AtGlanceFacts; language: Language}) {
  const known = glanceDetails(facts, language)
  if (known.length === 0) return null
  return (
    <section className={styles.glance} aria-labelledby="at-a-glance">
      <h2 id="at-a-glance">{labelsFor(language).glance.title}</h2>
      <dl>
        {known.map(({label, value, icon}) => (
          <div key={icon}>
            <dt>
              <Icon name={icon} />
              {label}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
