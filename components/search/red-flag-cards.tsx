import blocks from '@/components/blocks/blocks.module.css'
import {UrgentHelpCard} from '@/components/blocks/urgent-help'
import {Icon} from '@/components/ui/icon'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {RedFlagKind} from '@/lib/search/red-flags'
import type {UrgentHelp} from '@/sanity/content/blocks'
import type {Site} from '@/sanity/content/site'

type Props = {kinds: readonly RedFlagKind[]; site: Pick<Site, 'phone' | 'emergencyText'>; language: Language}

/** What to do now, ahead of every result, where the words of a search sound like an emergency. */
export function RedFlagCards({kinds, site, language}: Props) {
  return kinds.map((kind) =>
    kind === 'crisis' ? (
      <CrisisCard key={kind} language={language} />
    ) : (
      <EmergencyCard key={kind} site={site} language={language} />
    ),
  )
}

function EmergencyCard({site, language}: Omit<Props, 'kinds'>) {
  const {heading, items} = labelsFor(language).search.emergency
  const help = {
    _type: 'urgentHelp' as const,
    _key: 'search',
    level: 'emergency' as const,
    heading,
    items: [...items],
    note: site.emergencyText || null,
  } satisfies UrgentHelp
  return <UrgentHelpCard help={help} language={language} phone={site.phone} level={2} />
}

/** The 988 Suicide & Crisis Lifeline: by phone, by text, and 911 where a life is in danger. */
function CrisisCard({language}: {language: Language}) {
  const {crisis} = labelsFor(language).search
  const {urgencyCall} = labelsFor(language)
  return (
    <div className={`${blocks.help} ${blocks.emergency}`}>
      <header>
        <Icon name="phone" />
        <h2>{crisis.heading}</h2>
      </header>
      <div className={blocks.inside}>
        <p>{crisis.text}</p>
        <a className={blocks.call} href="tel:988">
          <Icon name="phone" />
          {crisis.call}
        </a>
        <a className={blocks.call} href={crisis.textHref}>
          <Icon name="mail" />
          {crisis.textLabel}
        </a>
        <p>
          {crisis.danger} <a href="tel:911">{urgencyCall.emergency}</a>
        </p>
      </div>
    </div>
  )
}
