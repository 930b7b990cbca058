/** Portable Text without its marks: what `pt::text` answers. */
import type {Budget} from './budget.ts'
import {isObject} from './value.ts'

/** The text of one block, or null for what is none. */
function textOfBlock(value: unknown, budget: Budget): string | null {
  if (!isObject(value) || typeof value._type !== 'string' || !Array.isArray(value.children)) return null
  let text = ''
  for (const child of value.children) {
    budget.spend(1)
    if (isObject(child) && child._type === 'span' && typeof child.text === 'string') text += child.text
  }
  budget.build(text.length >> 3)
  return text
}

function* blocksIn(list: readonly unknown[], budget: Budget): Generator<string> {
  for (const item of list) {
    if (Array.isArray(item)) yield* blocksIn(item, budget)
    else {
      const text = textOfBlock(item, budget)
      if (text !== null) yield text
    }
  }
}

/** The texts of the blocks with an empty line between them, or null where there is none. */
export function plainTextOf(value: unknown, budget: Budget): string | null {
  if (!Array.isArray(value)) return textOfBlock(value, budget)
  const texts = [...blocksIn(value, budget)]
  return texts.length > 0 ? texts.join('\n\n') : null
}
