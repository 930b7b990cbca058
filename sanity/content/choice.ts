import {z} from 'zod'
import type {Choice} from '@/sanity/vocabulary'

/** A value of one of the vocabulary's closed lists. Every closed choice in a contract goes through here. */
export function choice<const List extends readonly Choice[]>(list: List) {
  return z.enum(list.map(({value}): List[number]['value'] => value))
}
