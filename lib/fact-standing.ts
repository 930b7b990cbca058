/** Whether a fact may be passed on as it stands. */

type Dated = Readonly<{sourceState: string; sources: readonly unknown[]; expiresOn: string | null}>

/**
 * `sourced`: it says where it comes from. `checking`: its source is being looked for, or was unpublished. `expired`: its
 * figure was due to be checked again and has not been.
 */
export type FactStanding = 'sourced' | 'checking' | 'expired'

/** A fact holds through the day on which it is to be checked again. */
export const isPast = (expiresOn: string | null, today: string): boolean => expiresOn !== null && expiresOn < today

/** `today` is the date where the clinic is (`dateIn`). */
export function factStanding({sourceState, sources, expiresOn}: Dated, today: string): FactStanding {
  if (sourceState === 'checking' || sources.length === 0) return 'checking'
  return isPast(expiresOn, today) ? 'expired' : 'sourced'
}
