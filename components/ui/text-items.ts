/** Texts of a list, told apart by where they stand: an editor may well write the same words twice. */
export const textItems = (texts: readonly string[]): {key: string; text: string}[] =>
  texts.map((text, index) => ({key: `${index}-${text}`, text}))
