/** Running text as plain text: for structured data, which takes no blocks. */

type Span = Readonly<{text: string}>
type Block = Readonly<{_type: string; children?: readonly Span[]; listItem?: string | undefined}>

/** The words of paragraphs and lists, a line each; list items begin with a dash. Blocks without words are left out. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(({children = [], listItem}) => {
      const text = children
        .map((span) => span.text)
        .join('')
        .trim()
      return text === '' ? [] : [listItem ? `- ${text}` : text]
    })
    .join('\n')
