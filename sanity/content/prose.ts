/**
 * Portable Text: the one contract for running text.
 *
 * What is dangerous or unknown is refused (an unknown block may be the one that says when to call an ambulance, so it
 * is never dropped in silence). What is merely decoration that cannot be drawn is taken off and its words stay: marks
 * nobody defined, and links to documents that are not published. List levels are held between 1 and 5, because a
 * renderer nests that deep.
 */
import {z} from 'zod'
import {proseAnnotations, proseLists, proseMarks, proseStyles} from '@/sanity/vocabulary'
import {AdviceList, blockFields, Callout, Download, Figure, LanguageNotice, Table, UrgentHelp} from './blocks'
import {choice} from './choice'
import {DocumentLink, documentLinkFields, Href} from './link'

export const deepestListLevel = 5

const textFields = /* groq */ `
  _type == "block" => {
    "style": coalesce(style, "normal"),
    listItem,
    level,
    "children": coalesce(children[]{_type, _key, "text": coalesce(text, ""), "marks": coalesce(marks, [])}, []),
    "markDefs": coalesce(markDefs[_type in ${JSON.stringify(proseAnnotations)}]{
      _type,
      _key,
      _type == "link" => {href},
      _type == "internalLink" => {"target": reference->${documentLinkFields}}
    }, [])
  }
`

/** Projection of a `prose` field: paragraphs, lists and every block. */
export const prose = (field: string) =>
  /* groq */ `coalesce(${field}[]{_type, _key, ${textFields}, ${blockFields}}, [])`

/** Projection of a `shortProse` field: paragraphs and lists only. */
export const shortProse = (field: string) => /* groq */ `coalesce(${field}[]{_type, _key, ${textFields}}, [])`

const LinkMark = z.strictObject({_type: z.literal('link'), _key: z.string(), href: Href})
const InternalLinkMark = z.strictObject({
  _type: z.literal('internalLink'),
  _key: z.string(),
  target: DocumentLink,
})
const DanglingMark = InternalLinkMark.extend({target: z.null()})

export const TextBlock = z
  .strictObject({
    _type: z.literal('block'),
    _key: z.string(),
    style: choice(proseStyles),
    listItem: choice(proseLists).nullish(),
    level: z.number().nullish(),
    children: z.array(
      z.strictObject({_type: z.literal('span'), _key: z.string(), text: z.string(), marks: z.array(z.string())}),
    ),
    markDefs: z.array(z.union([LinkMark, InternalLinkMark, DanglingMark])),
  })
  .transform(({listItem, level, children, markDefs, ...block}) => {
    const links = markDefs.filter(hasTarget)
    const drawable = new Set<string>([...proseMarks.map(({value}) => value), ...links.map(({_key}) => _key)])
    return {
      ...block,
      ...(listItem && {listItem, level: listLevel(level)}),
      children: children.map((span) => ({...span, marks: span.marks.filter((mark) => drawable.has(mark))})),
      markDefs: links,
    }
  })
export type TextBlock = z.infer<typeof TextBlock>

export const ProseBlock = z.discriminatedUnion('_type', [
  TextBlock,
  Table,
  Callout,
  AdviceList,
  Figure,
  Download,
  UrgentHelp,
  LanguageNotice,
])
export type ProseBlock = z.infer<typeof ProseBlock>

export const Prose = z.array(ProseBlock)
export type Prose = z.infer<typeof Prose>

export const ShortProse = z.array(TextBlock)
export type ShortProse = z.infer<typeof ShortProse>

/** A link as text carries it: to the world, or to a published document of ours. */
export type ProseLink = z.infer<typeof LinkMark> | z.infer<typeof InternalLinkMark>

function hasTarget(mark: ProseLink | z.infer<typeof DanglingMark>): mark is ProseLink {
  return mark._type === 'link' || mark.target !== null
}

/** A whole number from 1 to 5, whatever the document says. */
function listLevel(level: number | null | undefined): number {
  return Math.min(Math.max(Math.trunc(level ?? 1), 1), deepestListLevel)
}
