/**
 * Every component as documented examples. One table feeds the component tests, axe in a real browser, and the gallery
 * (`npm run dev`, then /gallery), which exists only in development. A new component is a new entry here.
 */
import {AdviceListBlock} from '@/components/blocks/advice-list'
import {CalloutBlock} from '@/components/blocks/callout'
import {DownloadBlock} from '@/components/blocks/download'
import {TableBlock} from '@/components/blocks/table'
import {UrgentHelpCard} from '@/components/blocks/urgent-help'
import {WhereItHurts} from '@/components/body-map/where-it-hurts'
import {ContactWays} from '@/components/clinic/contact-ways'
import {OpeningHours} from '@/components/clinic/opening-hours'
import {People} from '@/components/clinic/people'
import {PlaceCards} from '@/components/clinic/place-cards'
import {PostalAddress} from '@/components/clinic/postal-address'
import {TodayHours} from '@/components/clinic/today-hours'
import {Welcome} from '@/components/clinic/welcome'
import {HomeHead} from '@/components/home/home-head'
import {CallBar} from '@/components/layout/call-bar'
import {DraftBanner} from '@/components/layout/draft-banner'
import {SiteFooter} from '@/components/layout/site-footer'
import {SiteHeader} from '@/components/layout/site-header'
import {SiteNotices} from '@/components/layout/site-notices'
import * as Page from '@/components/page'
import {groupsByKind, jumpsTo, letterEntries} from '@/components/page/groups'
import {LagNote} from '@/components/page/lag-note'
import {LanguageSwitch} from '@/components/page/language-switch'
import {questionGroups} from '@/components/page/question-groups'
import {Prose} from '@/components/prose'
import {RedFlagCards} from '@/components/search/red-flag-cards'
import {SearchForm} from '@/components/search/search-form'
import {SearchPage} from '@/components/search/search-page'
import {ShareLinks} from '@/components/share/share-links'
import {ButtonLink} from '@/components/ui/button-link'
import {CardList} from '@/components/ui/card-list'
import {conditionCards, treatmentCards} from '@/components/ui/cards'
import {EntryList} from '@/components/ui/entry-list'
import {LinkList} from '@/components/ui/link-list'
import {crumbsFor} from '@/lib/breadcrumb'
import {factStanding} from '@/lib/fact-standing'
import {labelsFor} from '@/lib/labels'
import {documentHead, factHead} from '@/lib/seo/head'
import type {Fact} from '@/sanity/content/fact'
import {condition} from './content/condition'
import {factBeingChecked, sourcedFact} from './content/fact'
import {faqs} from './content/faq'
import {home} from './content/home'
import {physicalTherapy, sciatica} from './content/link'
import {linkedPhysician, linkedSciatica} from './content/linked'
import {conditions, everywhere, treatments} from './content/lists'
import {location} from './content/location'
import {closure, elevator, flood, snow} from './content/notice'
import {everything, newPatientForm} from './content/prose'
import {questions, questionTopics} from './content/questions'
import {notReviewed, reviewed} from './content/review'
import {found, nothing} from './content/search'
import {site} from './content/site'
import {guideline} from './content/source'
import {treatment} from './content/treatment'
import {enquiryExamples} from './enquiry'
import type {Example} from './example'

const language = 'en'
const today = '2026-11-25'
/** Half past nine in the morning of a Monday, in Chicago. */
const time = {at: Date.parse('2026-11-23T15:30:00Z'), timeZone: 'America/Chicago'}
const thanksgiving = {...time, at: Date.parse('2026-11-26T15:30:00Z')}
const context = Page.proseContext(site, language, condition)
const head = documentHead('condition', condition)
const searched = {site, home, language, most: 20} as const

function factOpening(fact: Fact) {
  const factsHead = factHead(fact, today)
  return (
    <Page.FactHead
      head={factsHead}
      fact={fact}
      standing={factStanding(fact, today)}
      crumbs={crumbsFor(language, 'facts', factsHead)}
    />
  )
}

export const examples: readonly Example[] = [
  {
    component: 'SiteNotices',
    variant: 'one of each kind',
    about: 'News above every page, from a moment to a moment. Most urgent first; each says in a word what kind it is.',
    wide: true,
    draw: () => <SiteNotices site={{...site, notices: [flood, closure, snow, elevator]}} language={language} />,
  },
  {
    component: 'SiteNotices',
    variant: 'not translated',
    about: 'On a Spanish page, news that is there in English only says so to screen readers.',
    wide: true,
    draw: () => (
      <SiteNotices
        site={{...site, language: 'es', original: {_id: 'siteSettings', notices: [closure]}}}
        language="es"
      />
    ),
  },
  {
    component: 'SiteHeader',
    variant: null,
    about: 'The clinic’s name, its menu, and the one way to call it. Above every page.',
    wide: true,
    draw: () => <SiteHeader site={site} language={language} />,
  },
  {
    component: 'SiteFooter',
    variant: null,
    about: 'What to do in an emergency, and everything else every page must offer.',
    wide: true,
    draw: () => <SiteFooter site={site} language={language} />,
  },
  {
    component: 'CallBar',
    variant: null,
    about: 'On a phone, sticks to the lower edge of the window. On a large screen it is not there.',
    wide: true,
    draw: () => <CallBar site={site} language={language} />,
  },
  {
    component: 'DraftBanner',
    variant: null,
    about: 'Tells an editor that a page is a draft. Patients never meet it.',
    wide: true,
    draw: () => <DraftBanner language={language} />,
  },
  {
    component: 'ButtonLink',
    variant: 'the one thing to do next',
    about: 'A link that looks like a button. One to a place; others stand beside it quietly.',
    draw: () => (
      <ButtonLink href="tel:+15125550142" icon="phone">
        Call (512) 555-0142
      </ButtonLink>
    ),
  },
  {
    component: 'ButtonLink',
    variant: 'quiet',
    about: 'For what may be done as well.',
    draw: () => (
      <ButtonLink href="/contact" quiet>
        Ways to reach us
      </ButtonLink>
    ),
  },
  {
    component: 'CardList',
    variant: 'conditions',
    about: 'Pages to choose from, each with a sentence. The whole card leads there, its title is the link.',
    draw: () => <CardList items={conditionCards(conditions)} level={3} />,
  },
  {
    component: 'CardList',
    variant: 'treatments, with their kind',
    about: 'The word above the title sorts what the titles alone do not.',
    draw: () => <CardList items={treatmentCards(treatments)} level={3} />,
  },
  {
    component: 'EntryList',
    variant: null,
    about: 'Pages to read on, each with its first sentence: lighter than cards, for the end of a page.',
    draw: () => <EntryList entries={[linkedSciatica]} language={language} />,
  },
  {
    component: 'LanguageSwitch',
    variant: null,
    about: 'The same page in another language. It is there only where that page is.',
    draw: () => <LanguageSwitch translations={[{language: 'es', path: '/es/conditions/dolor'}]} language="en" />,
  },
  {
    component: 'LagNote',
    variant: null,
    about: 'A translation that is older than its original says so, and stays.',
    draw: () => <LagNote translations={[{language: 'en', path: '/conditions/back-pain'}]} language="es" />,
  },
  {
    component: 'LinkList',
    variant: 'into another language',
    about: 'A page that is not translated is better than none. The link says what language waits behind it.',
    draw: () => <LinkList links={[sciatica]} language="es" />,
  },
  {
    component: 'LinkList',
    variant: null,
    about: 'Where titles say enough.',
    draw: () => <LinkList links={[sciatica, physicalTherapy]} language="en" />,
  },
  {
    component: 'UrgentHelpCard',
    variant: 'emergency',
    about: 'When to get help, ahead of everything else on a page. At most one of each level.',
    draw: () =>
      condition.urgentHelp.map((help) => (
        <UrgentHelpCard key={help._key} help={help} language={language} phone={site.phone} level={3} />
      )),
  },
  ...(['urgent', 'routine'] as const).map((level) => ({
    component: 'UrgentHelpCard',
    variant: level,
    about: 'Its color is never the only sign: the heading says what to do.',
    draw: () => (
      <UrgentHelpCard
        help={{
          _type: 'urgentHelp',
          _key: level,
          level,
          heading: level === 'urgent' ? 'Call us today if:' : 'Make an appointment if:',
          items: ['The pain gets worse, also at rest', 'It has not eased after two weeks'],
          note: null,
        }}
        language={language}
        phone={site.phone}
        level={3}
      />
    ),
  })),
  {
    component: 'Prose',
    variant: null,
    about: 'Running text from the Studio with everything that may stand in it.',
    draw: () => <Prose value={everything} context={context} />,
  },
  ...(['info', 'important'] as const).map((tone) => ({
    component: 'CalloutBlock',
    variant: tone,
    about: 'One thing that must not be missed. Not for emergencies: those have cards of their own.',
    draw: () => (
      <CalloutBlock
        callout={{
          _type: 'callout',
          _key: tone,
          tone,
          title: 'Before you come',
          text: 'Please bring your list of medicines.',
        }}
        language={language}
      />
    ),
  })),
  ...(['do', 'dont'] as const).map((kind) => ({
    component: 'AdviceListBlock',
    variant: kind,
    about: 'What helps and what does not, as two lists.',
    draw: () => (
      <AdviceListBlock
        advice={{_type: 'adviceList', _key: kind, kind, heading: null, items: ['keep moving', 'rest for a short time']}}
        language={language}
        level={3}
      />
    ),
  })),
  {
    component: 'DownloadBlock',
    variant: null,
    about: 'A form to fill in, or a leaflet to take away. What can be read on a page belongs on a page.',
    draw: () => <DownloadBlock download={newPatientForm} language={language} />,
  },
  {
    component: 'DownloadBlock',
    variant: 'in another language',
    about: 'The language is named in its own words, for the readers who look for it.',
    draw: () => (
      <DownloadBlock
        download={{...newPatientForm, title: 'New patient form in Arabic', description: null, language: 'ar'}}
        language={language}
      />
    ),
  },
  {
    component: 'TableBlock',
    variant: null,
    about: 'For figures that are compared. It scrolls within itself where the window is narrow.',
    draw: () => (
      <TableBlock
        table={{
          _type: 'table',
          _key: 'table',
          caption: 'How long it takes',
          headerRow: true,
          rows: [
            {_key: 'a', cells: ['Treatment', 'Visit', 'Back to your day']},
            {_key: 'b', cells: ['Nerve block', '30 minutes', 'The next day']},
          ],
        }}
        language={language}
      />
    ),
  },
  {
    component: 'AtGlance',
    variant: null,
    about: 'What patients ask before they say yes to a treatment. What the editor left out is left out.',
    draw: () => <Page.AtGlance facts={treatment.atGlance} language={language} />,
  },
  {
    component: 'Visit',
    variant: null,
    about: 'The sections of a treatment; before, during and after are the steps of one visit.',
    draw: () => (
      <Page.Visit
        sections={Page.headedSections(treatment.sections, labelsFor(language).treatmentAspects)}
        context={context}
        extras={Page.helpAfterward({cards: treatment.urgentHelp, language, phone: site.phone})}
      />
    ),
  },
  {
    component: 'Facts',
    variant: null,
    about: '“Did you know…”, each with where it comes from, or with the plain word that its source is being checked.',
    draw: () => <Page.Facts facts={[sourcedFact, factBeingChecked]} language={language} />,
  },
  {
    component: 'Faqs',
    variant: 'three or fewer',
    about: 'Shown open: hiding three answers only costs clicks.',
    draw: () => <Page.Faqs faqs={faqs.slice(0, 3)} context={context} />,
  },
  {
    component: 'Faqs',
    variant: 'more',
    about: 'Folded. Each opens by its address, and all of them in print.',
    draw: () => <Page.Faqs faqs={faqs} context={context} />,
  },
  {
    component: 'QuestionGroups',
    variant: null,
    about: 'All questions, each once, under its topic. The question leads to its own page.',
    draw: () => (
      <Page.QuestionGroups groups={questionGroups(questions, questionTopics, language)} language={language} />
    ),
  },
  {
    component: 'FactCards',
    variant: null,
    about: 'Facts to choose from: only those that have a source and are up to date.',
    draw: () => <Page.FactCards facts={[sourcedFact]} />,
  },
  {
    component: 'FactHead',
    variant: null,
    about: 'The beginning of a fact’s own page: the number as large as the window lets it be.',
    wide: true,
    draw: () => factOpening(sourcedFact),
  },
  {
    component: 'FactHead',
    variant: 'out of date',
    about: 'A fact past its date says so, and its number is not drawn large.',
    wide: true,
    draw: () => factOpening({...sourcedFact, expiresOn: '2026-01-01'}),
  },
  {
    component: 'FactEvidence',
    variant: null,
    about: 'What a reader needs to judge a fact.',
    draw: () => <Page.FactEvidence fact={sourcedFact} language={language} />,
  },
  {
    component: 'Sources',
    variant: null,
    about: 'Where the text is from, for readers who want to see for themselves.',
    draw: () => <Page.Sources sources={[guideline]} language={language} />,
  },
  {
    component: 'ReviewRecord',
    variant: 'reviewed',
    about: 'Who stands behind a page, at the end of the text. A name and a date, or neither.',
    draw: () => <Page.ReviewRecord review={reviewed} today={today} language={language} />,
  },
  {
    component: 'ReviewRecord',
    variant: 'overdue',
    about: 'From the day after it was due, the page says plainly that a new review was due.',
    draw: () => (
      <Page.ReviewRecord review={{...reviewed, nextReviewDue: '2026-11-24'}} today={today} language={language} />
    ),
  },
  {
    component: 'ReviewRecord',
    variant: 'not reviewed',
    about: 'Said in words, never left out.',
    draw: () => <Page.ReviewRecord review={notReviewed} today={today} language={language} />,
  },
  {
    component: 'HaveAQuestion',
    variant: null,
    about: 'The same way to ask, in the same words, on every page.',
    draw: () => <Page.HaveAQuestion site={site} language={language} />,
  },
  {
    component: 'ShareLinks',
    variant: null,
    about: 'Plain links. What needs a script is hidden until a script is there.',
    draw: () => <ShareLinks site={site} head={head} />,
  },
  ...enquiryExamples,
  {
    component: 'ContactWays',
    variant: null,
    about: 'Every way to reach the clinic besides its form.',
    draw: () => <ContactWays site={site} language={language} />,
  },
  {
    component: 'People',
    variant: null,
    about: 'Who a patient can see. That somebody takes no new patients is said; that they do is the rule.',
    draw: () => (
      <People
        people={[linkedPhysician, {...linkedPhysician, _id: 'full', photo: null, acceptsNewPatients: false}]}
        language={language}
      />
    ),
  },
  ...[true, false].map((newPatients) => ({
    component: 'Welcome',
    variant: newPatients ? 'new patients' : 'no new patients',
    about: 'Whether a new patient can come to this person, and how to get an appointment.',
    draw: () => <Welcome site={site} language={language} newPatients={newPatients} />,
  })),
  {
    component: 'HomeHead',
    variant: null,
    about: 'The first ten seconds on the home page. What follows the first words on a phone stands inside it.',
    wide: true,
    draw: () => (
      <HomeHead site={site} home={home} welcoming language={language}>
        {null}
      </HomeHead>
    ),
  },
  {
    component: 'WhereItHurts',
    variant: null,
    about: 'The way in for somebody who knows where it hurts. The same choice on the body and as a list.',
    draw: () => (
      <WhereItHurts conditions={everywhere} language={language}>
        <p>Further ways to find a condition.</p>
      </WhereItHurts>
    ),
  },
  {
    component: 'GroupList',
    variant: null,
    about: 'Links under headings, with a sentence each. Above it, links to the headings.',
    draw: () => {
      const groups = groupsByKind(treatments, language)
      return (
        <>
          <Page.JumpLinks to={jumpsTo(groups)} label="Kinds of treatment" />
          <Page.GroupList groups={groups} heading="h3" />
        </>
      )
    },
  },
  {
    component: 'LetterList',
    variant: null,
    about: 'From A to Z, under every name that something goes by.',
    draw: () => <Page.LetterList entries={letterEntries(conditions)} language={language} label="From A to Z" />,
  },
  {
    component: 'PlaceCards',
    variant: null,
    about: 'The clinic’s places side by side.',
    draw: () => <PlaceCards places={[location]} time={time} language={language} />,
  },
  {
    component: 'PostalAddress',
    variant: null,
    about: 'An address as it stands on an envelope.',
    draw: () => <PostalAddress address={location.address} />,
  },
  {
    component: 'TodayHours',
    variant: 'open',
    about: 'Whether a place is open and until when, wherever a page speaks of a place.',
    draw: () => <TodayHours place={location} time={time} language={language} />,
  },
  {
    component: 'TodayHours',
    variant: 'a holiday',
    about: 'Says why it is closed, and when it opens again.',
    draw: () => <TodayHours place={location} time={thanksgiving} language={language} />,
  },
  {
    component: 'OpeningHours',
    variant: 'on a holiday',
    about: 'Today’s row has the hours of the special day ahead of the usual ones.',
    draw: () => <OpeningHours place={location} language={language} time={thanksgiving} />,
  },
  {
    component: 'OpeningHours',
    variant: null,
    about: 'The usual week, then the days that differ.',
    draw: () => <OpeningHours place={location} language={language} time={time} />,
  },
  {
    component: 'SearchForm',
    variant: null,
    about: 'Asks the site’s search. Works without scripts; with them it suggests pages while somebody types.',
    draw: () => <SearchForm language={language} id="example-search" query="slipped disc" />,
  },
  {
    component: 'SearchPage',
    variant: 'with results',
    about: 'What was found, best first, with the words marked and the section they stand in.',
    wide: true,
    draw: () => <SearchPage {...searched} query="slipped dics" answer={found} redFlags={[]} />,
  },
  {
    component: 'SearchPage',
    variant: 'without a result',
    about: 'Where nothing was found: pages that many people read, the lists, and the phone.',
    wide: true,
    draw: () => <SearchPage {...searched} query="xyzzy" answer={nothing} redFlags={[]} />,
  },
  {
    component: 'RedFlagCards',
    variant: 'an emergency',
    about: 'Ahead of every result where the words of a search sound like an emergency.',
    draw: () => <RedFlagCards kinds={['emergency']} site={site} language={language} />,
  },
  {
    component: 'RedFlagCards',
    variant: 'a crisis',
    about: 'Ahead of every result where somebody may think of suicide.',
    draw: () => <RedFlagCards kinds={['crisis']} site={site} language={language} />,
  },
]
