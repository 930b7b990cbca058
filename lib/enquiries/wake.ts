/** The bell between whoever receives a question and the worker that tells staff, in a bundle of its own. */
import {processWide} from '../process-wide.ts'

const bell = () => processWide<{ring: () => void}>('enquiry-worker-bell', () => ({ring: () => {}}))

/** There is a message in the outbox. Answers at once; without a worker (in a build, in a test) nothing happens. */
export const wakeEnquiryWorker = (): void => bell().ring()

/** Who comes when it rings: the worker. */
export function onWake(ring: () => void): void {
  bell().ring = ring
}
