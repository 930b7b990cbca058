/** What an answer weighs when it is written down: shared parts count each time, as they are written each time. */
import type {Budget} from './budget.ts'

/** Pays for every value of an answer. @throws OverBudgetError */
export function payForAnswer(value: unknown, budget: Budget): void {
  if (typeof value === 'string') budget.build(1 + (value.length >> 3))
  else if (typeof value !== 'object' || value === null) budget.build(1)
  else {
    budget.build(1)
    for (const child of Array.isArray(value) ? value : Object.values(value)) payForAnswer(child, budget)
  }
}
