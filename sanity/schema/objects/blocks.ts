/** What an editor may put between paragraphs, besides the urgent-help card. */
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {DocumentPdfIcon} from '@sanity/icons/DocumentPdf'
import {ImageIcon} from '@sanity/icons/Image'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {ThListIcon} from '@sanity/icons/ThList'
import {TranslateIcon} from '@sanity/icons/Translate'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {adviceKinds, calloutTones, helpLanguages, titleFor} from '@/sanity/vocabulary'
import {isOfferable, weightAdvice} from '../download-checks'
import {optionsOf} from '../fields'

export const calloutType = defineType({
  name: 'callout',
  title: 'Callout',
  type: 'object',
  icon: InfoOutlineIcon,
  description: 'A short note that stands out. For “call 911” or “call us” use “When to get help”.',
  fields: [
    defineField({
      name: 'tone',
      title: 'Kind',
      type: 'string',
      options: {list: optionsOf(calloutTones), layout: 'radio', direction: 'horizontal'},
      initialValue: 'info',
      validation: (rule) => rule.required().error('Choose what kind of note this is.'),
    }),
    defineField({name: 'title', title: 'Title', type: 'string'}),
    defineField({
      name: 'text',
      title: 'Text',
      type: 'text',
      rows: 4,
      validation: (rule) => rule.required().error('Write the note.'),
    }),
  ],
  preview: {
    select: {tone: 'tone', title: 'title', text: 'text'},
    prepare: ({tone, title, text}) => ({title: title || text || 'Callout', subtitle: titleFor(calloutTones, tone)}),
  },
})

export const adviceListType = defineType({
  name: 'adviceList',
  title: 'Do or don’t list',
  type: 'object',
  icon: CheckmarkCircleIcon,
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {list: optionsOf(adviceKinds), layout: 'radio', direction: 'horizontal'},
      initialValue: 'do',
      validation: (rule) => rule.required().error('Choose Do or Don’t.'),
    }),
    defineField({
      name: 'heading',
      title: 'Heading',
      type: 'string',
      description: 'Leave empty to show “Do” or “Don’t”.',
    }),
    defineField({
      name: 'items',
      title: 'Advice',
      type: 'array',
      description: 'One piece of advice in each line. Do not begin with “do” or “don’t”: the heading says it.',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.required().min(1).error('Add at least one piece of advice.'),
    }),
  ],
  preview: {
    select: {kind: 'kind', heading: 'heading', items: 'items'},
    prepare: ({kind, heading, items}) => ({
      title: heading || titleFor(adviceKinds, kind) || 'Do or don’t list',
      subtitle: Array.isArray(items) ? items.join(', ') : '',
    }),
  },
})

export const languageNoticeType = defineType({
  name: 'languageNotice',
  title: 'Help in another language',
  type: 'object',
  icon: TranslateIcon,
  description:
    'For the page about language assistance: one block for each language. The clinic’s phone number follows.',
  fields: [
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      description: 'Its name stands above the text, and screen readers read the text in it.',
      options: {list: optionsOf(helpLanguages)},
      validation: (rule) => rule.required().error('Choose the language.'),
    }),
    defineField({
      name: 'text',
      title: 'Text',
      type: 'text',
      rows: 4,
      description: 'Written or checked by a qualified translator. Leave the phone number out: it is added.',
      validation: (rule) => rule.required().error('Write the text in this language.'),
    }),
  ],
  preview: {
    select: {language: 'language', text: 'text'},
    prepare: ({language, text}) => ({
      title: titleFor(helpLanguages, language) || 'Help in another language',
      subtitle: text,
    }),
  },
})

export const downloadType = defineType({
  name: 'download',
  title: 'Document to download',
  type: 'object',
  icon: DocumentPdfIcon,
  description:
    'For what patients fill in or take with them: a form, a leaflet. Text that they only read is better on the page itself, where everybody can read it on a phone, and with a screen reader.',
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'What it is, like “New patient form”. The website adds that it is a PDF, and how large.',
      validation: (rule) => rule.required().error('Say what the document is.'),
    }),
    defineField({
      name: 'file',
      title: 'File',
      type: 'file',
      description:
        'A PDF that people can use without seeing it: made from a document with real headings, not scanned. Make sure that it holds nothing about a patient.',
      options: {accept: 'application/pdf'},
      validation: (rule) => [rule.custom(isOfferable), rule.custom(weightAdvice).warning()],
    }),
    defineField({
      name: 'description',
      title: 'Description',
      type: 'string',
      description: 'One line, if the title does not say enough: what to do with it, or when.',
      validation: (rule) => rule.max(200).warning('One line is enough.'),
    }),
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      description: 'Only if the document is in another language than this page.',
      options: {list: optionsOf(helpLanguages)},
    }),
  ],
  preview: {
    select: {title: 'title', filename: 'file.asset.originalFilename'},
    prepare: ({title, filename}) => ({title: title || 'Document to download', subtitle: filename || 'No file yet'}),
  },
})

export const tableRowType = defineType({
  name: 'tableRow',
  title: 'Row',
  type: 'object',
  fields: [defineField({name: 'cells', title: 'Cells', type: 'array', of: [defineArrayMember({type: 'string'})]})],
  preview: {
    select: {cells: 'cells'},
    prepare: ({cells}) => ({title: Array.isArray(cells) ? cells.join(' | ') : 'Empty row'}),
  },
})

/** A type of its own, so that the Studio can draw it as a grid. */
export const tableRowsType = defineType({
  name: 'tableRows',
  title: 'Rows',
  type: 'array',
  of: [defineArrayMember({type: 'tableRow'})],
})

export const tableType = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  description: 'For facts that have rows and columns. A list is easier to read on a phone.',
  fields: [
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'string',
      description: 'What the table shows, in a few words.',
    }),
    defineField({
      name: 'headerRow',
      title: 'The first row holds the column headings',
      type: 'boolean',
      initialValue: true,
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'tableRows',
      validation: (rule) => [rule.required().min(1).error('Add at least one row.'), rule.custom(sameWidth)],
    }),
  ],
  preview: {
    select: {caption: 'caption', rows: 'rows'},
    prepare: ({caption, rows}) => ({
      title: caption || 'Table',
      subtitle: Array.isArray(rows) ? `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}` : 'Empty',
    }),
  },
})

export const figureType = defineType({
  name: 'figure',
  title: 'Image',
  type: 'object',
  icon: ImageIcon,
  fields: [
    defineField({
      name: 'image',
      title: 'Image',
      type: 'image',
      options: {hotspot: true, accept: 'image/*'},
      validation: (rule) => rule.required().error('Choose an image.'),
    }),
    defineField({
      name: 'alt',
      title: 'Alternative text',
      type: 'string',
      description: 'What the image shows, for people who cannot see it.',
      hidden: ({parent}) => parent?.decorative === true,
      validation: (rule) =>
        rule.custom((alt, {parent}) => {
          const decorative =
            typeof parent === 'object' && parent !== null && 'decorative' in parent && parent.decorative
          return decorative || alt?.trim() ? true : 'Describe the image, or mark it as decoration.'
        }),
    }),
    defineField({
      name: 'decorative',
      title: 'Only decoration',
      type: 'boolean',
      description: 'The image adds nothing that the text does not say. Screen readers skip it.',
      initialValue: false,
    }),
    defineField({name: 'caption', title: 'Caption', type: 'string', description: 'Shown below the image.'}),
    defineField({name: 'credit', title: 'Credit', type: 'string', description: 'Who made it, if it has to be named.'}),
  ],
  preview: {
    select: {caption: 'caption', alt: 'alt', media: 'image'},
    prepare: ({caption, alt, media}) => ({title: caption || alt || 'Image', subtitle: 'Image', media}),
  },
})

function sameWidth(rows: unknown): true | string {
  const widths = (Array.isArray(rows) ? rows : []).map((row: {cells?: unknown}) =>
    Array.isArray(row?.cells) ? row.cells.length : 0,
  )
  return new Set(widths).size <= 1 || 'Every row needs the same number of cells.'
}
