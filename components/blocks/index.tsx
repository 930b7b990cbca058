import type {ReactNode} from 'react'
import type {Language} from '@/lib/language'
import type {ProseBlock} from '@/sanity/content/prose'
import {AdviceListBlock} from './advice-list'
import {CalloutBlock} from './callout'
import {DownloadBlock} from './download'
import {FigureBlock} from './figure'
import {LanguageNoticeBlock} from './language-notice'
import {TableBlock} from './table'
import {UrgentHelpCard} from './urgent-help'

/** What a text needs to know of the page around it. */
export type ProseContext = Readonly<{
  language: Language
  /** The clinic's phone number, for urgent-help cards and offers of help. */
  phone: string
  /** Level of the text's largest headings: 3 within a section (the default), 2 where the text is the whole page. */
  level?: 2 | 3
  /** Questions and facts shown on this page, by `_id`: where a link to one of them leads. */
  anchors?: ReadonlyMap<string, string>
}>

type BlockType = Exclude<ProseBlock['_type'], 'block'>

/** Block type → component. A new kind of block does not compile until it is drawn. */
type BlockTable = {
  [Type in BlockType]: (props: {value: Extract<ProseBlock, {_type: Type}>}) => ReactNode
}

export const blocksFor = ({language, phone, level = 3}: ProseContext): BlockTable => ({
  table: ({value}) => <TableBlock table={value} language={language} />,
  callout: ({value}) => <CalloutBlock callout={value} language={language} />,
  adviceList: ({value}) => <AdviceListBlock advice={value} language={language} level={level} />,
  figure: ({value}) => <FigureBlock figure={value} language={language} />,
  download: ({value}) => <DownloadBlock download={value} language={language} />,
  urgentHelp: ({value}) => <UrgentHelpCard help={value} language={language} phone={phone} level={level} />,
  languageNotice: ({value}) => <LanguageNoticeBlock notice={value} phone={phone} level={level} />,
})
