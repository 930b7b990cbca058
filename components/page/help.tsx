import type {ReactNode} from 'react'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import type {UrgentHelp} from '@/sanity/content/blocks'
import type {ContentsEntry} from './page-body'
import type {Extras, HeadedSection} from './sections'
import {signsId, UrgentHelpCards} from './urgent-help-cards'

/** Address of the section that says when to get help. */
export const helpId = 'when-to-get-help'
/** Address of the section, and its topic, that says what happens after a treatment. */
export const afterId = 'after'

type Cards = readonly UrgentHelp[]
type Props = {cards: Cards; language: Language; phone: string}

/** Who must act now has no time to read; an appointment is made after reading. */
export const mayWait = ({level}: UrgentHelp) => level === 'routine'

/** The cards that stand ahead of everything else on a condition page: emergencies, and what needs a call today. */
export const HelpNow = ({cards, language, phone}: Props) => (
  <UrgentHelpCards cards={cards.filter((card) => !mayWait(card))} language={language} phone={phone} />
)

/**
 * The sections of a condition with a place for the cards that may wait: a section of their own at the end, where the
 * editor wrote none on getting help.
 */
export const withPlaceForHelp = (sections: readonly HeadedSection[], cards: Cards, language: Language) =>
  cards.some(mayWait)
    ? withPlace(sections, helpId, 'whenToGetHelp', labelsFor(language).aspects.whenToGetHelp)
    : sections

function withPlace(sections: readonly HeadedSection[], id: string, aspect: string, label: string) {
  return sections.some((section) => section.id === id)
    ? sections
    : [...sections, {key: id, id, aspect, label, body: []} satisfies HeadedSection]
}

/** What the section on getting help has besides its text: the way back up to the signs, and the cards that may wait. */
export function helpInText({cards, language, phone}: Props): Extras {
  const later: ReactNode = (
    <>
      {cards.some((card) => !mayWait(card)) && (
        <p data-screen-only="">
          <a href={`#${signsId}`}>{labelsFor(language).page.signs}</a>
        </p>
      )}
      <UrgentHelpCards cards={cards.filter(mayWait)} language={language} phone={phone} level={3} />
    </>
  )
  return {[helpId]: later}
}

/** The same for a treatment: its cards are about the days after it, and stand with what happens afterward. */
export const withPlaceAfterward = (sections: readonly HeadedSection[], cards: Cards, language: Language) =>
  cards.length > 0 ? withPlace(sections, afterId, afterId, labelsFor(language).treatmentAspects.after) : sections

export const helpAfterward = ({cards, language, phone}: Props): Extras => ({
  [afterId]: <UrgentHelpCards cards={cards} language={language} phone={phone} level={3} />,
})

/** The contents list of a treatment, with the way to the signs: who has had the treatment looks for nothing else. */
export function withSigns(contents: readonly ContentsEntry[], cards: Cards, language: Language): ContentsEntry[] {
  if (cards.every(mayWait)) return [...contents]
  const signs = {id: signsId, label: labelsFor(language).page.watch}
  return contents.flatMap((entry) => (entry.id === afterId ? [entry, signs] : [entry]))
}
