import {Part} from '@/components/page'
import {ButtonLink} from '@/components/ui/button-link'
import {CardList} from '@/components/ui/card-list'
import {conditionCards, treatmentCards} from '@/components/ui/cards'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn} from '@/lib/paths'
import {phoneHref} from '@/lib/phone'
import type {Home} from '@/sanity/content/home'
import type {Site} from '@/sanity/content/site'

type Props = {site: Site; home: Home | null; language: Language}

/** Where to go without a result: pages the clinic shows first, the lists, and the phone. */
export function WaysOn({site, home, language}: Props) {
  const labels = labelsFor(language)
  const chosen = home?.language === language ? home : null
  const cards = [...conditionCards(chosen?.conditions ?? []), ...treatmentCards(chosen?.treatments ?? [])]
  return (
    <>
      {cards.length > 0 && (
        <Part title={labels.search.popular}>
          <CardList items={cards} level={3} />
        </Part>
      )}
      <Part title={labels.search.ways}>
        <ul>
          <li>
            <a href={`${pathIn(language, '/conditions')}#a-to-z`}>{labels.search.conditionsAll}</a>
          </li>
          <li>
            <a href={pathIn(language, '/treatments')}>{labels.home.treatmentsAll}</a>
          </li>
          <li>
            <a href={pathIn(language, '/people')}>{labels.people.title}</a>
          </li>
          <li>
            <a href={pathIn(language, '/locations')}>{labels.home.locationsAll}</a>
          </li>
          <li>
            <a href={pathIn(language, '/contact')}>{labels.contact.title}</a>
          </li>
        </ul>
        {site.phone !== '' && (
          <>
            <p>{labels.search.call}</p>
            <p>
              <ButtonLink href={phoneHref(site.phone)} icon="phone">
                {labels.chrome.callNumber(site.phone)}
              </ButtonLink>
            </p>
          </>
        )}
      </Part>
    </>
  )
}
