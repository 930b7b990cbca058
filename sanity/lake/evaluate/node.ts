/** Reading nodes of a syntax tree. */
import {childOf, type GroqNode, isNode} from '../groq.ts'

/** The child under a name; a tree without it comes from no parser. */
export function requireChild(node: GroqNode, field: string): GroqNode {
  const child = childOf(node, field)
  if (!child) throw new Error(`The node ${node.type} has no ${field}.`)
  return child
}

export const childrenOf = (node: GroqNode, field: string): GroqNode[] => {
  const children = node[field]
  return Array.isArray(children) ? children.filter(isNode) : []
}

export const nameOf = (node: GroqNode): string => (typeof node.name === 'string' ? node.name : '')
export const numberOf = (node: GroqNode, field: string): number => (typeof node[field] === 'number' ? node[field] : 0)

/** Where a slice begins and ends in a list of some length; both count from the end when they are negative. */
export function boundsOf(node: GroqNode, length: number): [number, number] {
  const [left, right] = [numberOf(node, 'left'), numberOf(node, 'right')]
  const end = (right < 0 ? right + length : right) + (node.isInclusive === true ? 1 : 0)
  return [Math.max(left < 0 ? left + length : left, 0), Math.max(end, 0)]
}

/** The name of the scan that the plan has put under a filter. */
export const scanOf = (node: GroqNode): string => (typeof node.scan === 'string' ? node.scan : '')

/** The last place that a slice can take, where it counts from the beginning. */
export const limitOf = (node: GroqNode): number | undefined => {
  const [left, right] = [numberOf(node, 'left'), numberOf(node, 'right')]
  return left < 0 || right < 0 ? undefined : boundsOf(node, 0)[1]
}
