import {ImageIcon} from '@sanity/icons/Image'
import {LaunchIcon} from '@sanity/icons/Launch'
import {LinkIcon} from '@sanity/icons/Link'
import {type BlockDefinition, defineArrayMember, defineField, defineType} from '@sanity/types'
import {
  linkableTypes,
  linkSchemes,
  type ProseMark,
  proseBlocks,
  proseLists,
  proseMarks,
  proseStyles,
} from '@/sanity/vocabulary'
import {headingOrder, linkTextAdvice} from '../checks'
import {optionsOf} from '../fields'

const linkAnnotation = defineArrayMember({
  name: 'link',
  title: 'Link to another website',
  type: 'object',
  icon: LaunchIcon,
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      type: 'url',
      description:
        'A whole address like https://www.cdc.gov, or mailto: or tel: with an email address or phone number.',
      validation: (rule) => [
        rule.required().error('Paste the address of the link.'),
        rule.uri({scheme: [...linkSchemes]}).error('Begin with https://, http://, mailto: or tel:'),
      ],
    }),
  ],
})

const internalLinkAnnotation = defineArrayMember({
  name: 'internalLink',
  title: 'Link to a page of ours',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'reference',
      title: 'Page',
      type: 'reference',
      to: linkableTypes.map((type) => ({type})),
      description: 'The link keeps working when that page’s address changes.',
      validation: (rule) => rule.required().error('Choose the page to link to.'),
    }),
  ],
})

const annotations: NonNullable<BlockDefinition['marks']>['annotations'] = [linkAnnotation, internalLinkAnnotation]

/** The rules of running text. A field with rules of its own has to add them: a field's rules replace its type's. */
export const proseRules = <Checked>(rule: {custom: (check: Check) => {warning: () => Checked}}): Checked[] => [
  rule.custom(headingOrder).warning(),
  rule.custom(linkTextAdvice).warning(),
]

type Check = (value: unknown) => true | string

/** The Studio has no pictures of its own for these two. */
const icons: Partial<Record<ProseMark, () => string>> = {sup: () => 'x²', sub: () => 'x₂'}

const decorators = proseMarks.map(({value, title}) => ({value, title, ...(icons[value] && {icon: icons[value]})}))

/** Running text with everything: headings, lists, links, and blocks between the paragraphs. */
export const proseType = defineType({
  name: 'prose',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: optionsOf(proseStyles),
      lists: optionsOf(proseLists),
      marks: {decorators, annotations},
    }),
    ...proseBlocks.map((type) => defineArrayMember({type, ...(type === 'figure' && {icon: ImageIcon})})),
  ],
  validation: proseRules,
})

/** Short text for answers: paragraphs, lists, bold, italic and links. */
export const shortProseType = defineType({
  name: 'shortProse',
  title: 'Short text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [{title: 'Text', value: 'normal'}],
      lists: optionsOf(proseLists),
      marks: {decorators: decorators.filter(({value}) => value === 'strong' || value === 'em'), annotations},
    }),
  ],
  validation: (rule) => rule.custom(linkTextAdvice).warning(),
})
