import {PortableText} from '@portabletext/react'
import type {ReactNode} from 'react'
import {labelsFor} from '@/lib/labels'
import {pathFor} from '@/lib/paths'
import type {Link} from '@/sanity/content/link'
import type {ProseLink, Prose as ProseValue} from '@/sanity/content/prose'
import {blocksFor, type ProseContext} from './blocks'
import styles from './prose.module.css'
import {OutsideLink} from './ui/outside-link'

type MarkProps<Mark> = {value?: Mark; children: ReactNode}

/**
 * To another document: its place on this page where it stands here, otherwise its own page. A page in another language
 * is announced as one.
 */
function InternalLink({
  target,
  context: {anchors, language},
  children,
}: {
  target: Link
  children: ReactNode
  context: ProseContext
}) {
  const anchor = anchors?.get(target._id)
  if (anchor) return <a href={anchor}>{children}</a>
  if (target.language === language) return <a href={pathFor(target)}>{children}</a>
  return (
    <a href={pathFor(target)} hrefLang={target.language}>
      {children} {labelsFor(language).translation.in[target.language]}
    </a>
  )
}

/** The Studio's two sizes of heading, at the levels that fit where the text stands. */
const headings = {
  2: {h3: 'h2', h4: 'h3'},
  3: {h3: 'h3', h4: 'h4'},
} as const

function headingFor(style: 'h3' | 'h4', {level = 3}: ProseContext) {
  const Heading = headings[level][style]
  return ({children}: {children?: ReactNode}) => <Heading>{children}</Heading>
}

const componentsFor = (context: ProseContext) => ({
  types: blocksFor(context),
  block: {
    normal: ({children}: {children?: ReactNode}) => <p>{children}</p>,
    h3: headingFor('h3', context),
    h4: headingFor('h4', context),
  },
  marks: {
    strong: ({children}: {children: ReactNode}) => <strong>{children}</strong>,
    em: ({children}: {children: ReactNode}) => <em>{children}</em>,
    sup: ({children}: {children: ReactNode}) => <sup>{children}</sup>,
    sub: ({children}: {children: ReactNode}) => <sub>{children}</sub>,
    link: ({value, children}: MarkProps<Extract<ProseLink, {_type: 'link'}>>) =>
      value ? <OutsideLink href={value.href}>{children}</OutsideLink> : children,
    internalLink: ({value, children}: MarkProps<Extract<ProseLink, {_type: 'internalLink'}>>) =>
      value ? (
        <InternalLink target={value.target} context={context}>
          {children}
        </InternalLink>
      ) : (
        children
      ),
  },
})

/** Running text from the Studio, drawn block by block. */
export const Prose = ({value, context}: {value: ProseValue; context: ProseContext}) => (
  <div className={styles.prose}>
    <PortableText value={value} components={componentsFor(context)} onMissingComponent={false} />
  </div>
)
