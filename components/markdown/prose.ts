/** Running text from the Studio as Markdown, with every block that the page can draw. */
import {portableTextToMarkdown} from '@portabletext/markdown'
import {downloadPath} from '@/lib/download'
import {sizeInWords} from '@/lib/file-size'
import {labelsFor} from '@/lib/labels'
import type {Language} from '@/lib/language'
import {mediaWhole} from '@/lib/media'
import {pathFor} from '@/lib/paths'
import {absoluteUrl} from '@/lib/site'
import type {AdviceList, Callout, Download, LanguageNotice, Table, UrgentHelp} from '@/sanity/content/blocks'
import type {Picture} from '@/sanity/content/picture'
import type {ProseBlock, ProseLink, Prose as ProseValue} from '@/sanity/content/prose'
import {helpLanguages} from '@/sanity/vocabulary'
import {blocks, bullets, heading, imageOf, inline, lines, linkTo, quote, safeTarget, strong, table} from './write'

export type Context = Readonly<{
  language: Language
  phone: string
  /** Level of the text's largest headings. */
  level: number
}>

export const pictureMarkdown = (picture: Picture | null, language: Language): string | null =>
  picture &&
  blocks(
    picture.alt !== '' && imageOf(picture.alt, absoluteUrl(mediaWhole(picture).url)),
    lines(
      [picture.caption, picture.credit && labelsFor(language).page.photo(picture.credit)]
        .filter((text) => text)
        .join('\n'),
    ),
  )

/** When to get help: first whom to call, then when. */
export function urgentHelpMarkdown(
  {level: urgency, heading: title, items, note}: UrgentHelp,
  context: Context,
): string {
  const {urgency: prefixes, urgencyCall} = labelsFor(context.language)
  const call = urgency === 'emergency' ? urgencyCall.emergency : `${urgencyCall[urgency]}: ${context.phone}`
  return blocks(
    heading(context.level, `${prefixes[urgency]}${title}`),
    bullets(items.map(inline)),
    note && lines(note),
    strong(call),
  )
}

const calloutMarkdown = ({tone, title, text}: Callout, {language}: Context): string =>
  quote(blocks(strong(title ?? labelsFor(language).callout[tone]), lines(text)))

const adviceMarkdown = ({kind, heading: title, items}: AdviceList, {language, level}: Context): string =>
  blocks(heading(level, title ?? labelsFor(language).advice[kind]), bullets(items.map(inline)))

function tableMarkdown({caption, headerRow, rows}: Table): string {
  const [first, ...others] = rows.map(({cells}) => cells)
  return blocks(
    caption && strong(caption),
    headerRow
      ? table(first ?? null, others)
      : table(
          null,
          rows.map(({cells}) => cells),
        ),
  )
}

const languageNoticeMarkdown = ({language, text}: LanguageNotice, {level, phone}: Context): string =>
  blocks(heading(level, titleOf(language)), lines(text), strong(phone))

/** A document to download: what it is, of what kind and how large, and its whole address. */
function downloadMarkdown({title, description, language, file}: Download, context: Context): string {
  const path = file && downloadPath(file.assetId, title)
  if (!path) return ''
  const kind = [
    'PDF',
    file.size > 0 && sizeInWords(file.size, context.language),
    language && language !== context.language && titleOf(language),
  ]
  return blocks(
    linkTo(`${title} (${kind.filter(Boolean).join(', ')})`, absoluteUrl(path)),
    description && lines(description),
  )
}

const titleOf = (language: string): string => helpLanguages.find(({value}) => value === language)?.name ?? language

type BlockType = Exclude<ProseBlock['_type'], 'block'>

/** Block type → Markdown. A new kind of block does not compile until it is written. */
type BlockTable = {
  [Type in BlockType]: (props: {value: Extract<ProseBlock, {_type: Type}>}) => string
}

const blocksFor = (context: Context): BlockTable => ({
  table: ({value}) => tableMarkdown(value),
  callout: ({value}) => calloutMarkdown(value, context),
  adviceList: ({value}) => adviceMarkdown(value, context),
  figure: ({value}) => pictureMarkdown(value.picture, context.language) ?? '',
  download: ({value}) => downloadMarkdown(value, context),
  urgentHelp: ({value}) => urgentHelpMarkdown(value, context),
  languageNotice: ({value}) => languageNoticeMarkdown(value, context),
})

/** Behind the words of a link to a page in another language than this text's: that it is. Plain text; empty otherwise. */
export const otherLanguageNote = (written: Language, language: Language): string =>
  written === language ? '' : ` ${labelsFor(language).translation.in[written]}`

const hrefOf = (link: ProseLink): string => (link._type === 'link' ? link.href : absoluteUrl(pathFor(link.target)))

/** Running text. Its two sizes of heading begin at the level of the context. */
export function proseMarkdown(value: ProseValue, context: Context): string {
  const sized =
    (size: number) =>
    ({children = ''}: {children?: string}) =>
      `${'#'.repeat(context.level + size)} ${children}`
  const link = ({value: mark, children}: {value?: ProseLink; children: string}) => {
    if (!mark) return children
    const note = mark._type === 'link' ? '' : otherLanguageNote(mark.target.language, context.language)
    return `[${children}${note}](${safeTarget(hrefOf(mark))})`
  }
  return portableTextToMarkdown<ProseBlock>([...value], {
    block: {h3: sized(0), h4: sized(1)},
    marks: {
      sup: ({children}: {children: string}) => `<sup>${children}</sup>`,
      sub: ({children}: {children: string}) => `<sub>${children}</sub>`,
      link,
      internalLink: link,
    },
    types: blocksFor(context),
  }).trim()
}
