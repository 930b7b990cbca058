/** Whether a fact may be passed on as it stands. */
import {isExpired} from './expiry.ts'

type Dated = Readonly<{sourceState: string; sources: readonly unknown[]; expiresOn: string | null}>

/**
 * `sourced`: it says where it comes from. `checking`: its source is being looked for, or was unpublished. `expired`: its
 * figure was due to be checked again and has not been.
 */
export type FactStanding = 'sourced' | 'checking' | 'expired'

/** `today` is the date where the clinic is (the page's frame). */
export function factStanding({sourceState, sources, expiresOn}: Dated, today: string): FactStanding {
  if (sourceState === 'checking' || sources.length === 0) return 'checking'
  return isExpired({expiresOn}, today) ? 'expired' : 'sourced'
}
