import {WideBody} from '@/components/page/page-body'
import {PageHead} from '@/components/page/page-head'
import {Part} from '@/components/page/part'
import {ButtonLink} from '@/components/ui/button-link'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {pathIn, type SitePath} from '@/lib/paths'
import {phoneHref} from '@/lib/phone'
import type {Site} from '@/sanity/content/site'

/** Where somebody who is lost may want to go. */
const ways = ['conditions', 'treatments', 'people', 'locations', 'contact'] as const

/** What a reader sees where there is no such page: in the site's own frame, with ways on. */
export function NotFoundMessage({site, language}: {site: Site; language: Language}) {
  const labels = labelsFor(language)
  const href = (name: (typeof ways)[number]): string => pathIn(language, `/${name}` satisfies SitePath)
  return (
    <>
      <PageHead
        head={{language, title: labels.notFound.title, sample: false}}
        about={{summary: labels.notFound.text}}
      />
      <WideBody>
        <ul>
          {ways.map((name) => (
            <li key={name}>
              <a href={href(name)}>{labels[name].title}</a>
            </li>
          ))}
        </ul>
        <Part title={labels.chrome.call}>
          <p>{labels.notFound.call}</p>
          <p>
            <ButtonLink href={phoneHref(site.phone)} icon="phone">
              {labels.chrome.callNumber(site.phone)}
            </ButtonLink>
          </p>
        </Part>
      </WideBody>
    </>
  )
}
