/**
 * The beginning of a text, on one line and at most `limit` characters long: whole sentences where they fill most of the
 * room, otherwise as many words as fit.
 */
export function excerpt(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= limit) return line
  const [sentences = ''] = /^.*[.!?…](?=\s)/.exec(line.slice(0, limit + 1)) ?? []
  if (sentences.length >= limit / 3) return sentences
  const cut = line.slice(0, limit - 1)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > limit / 2 ? space : undefined).replace(/[\s,;:.–-]+$/, '')}…`
}
