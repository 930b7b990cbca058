/** Next calls this once, when a server starts: the workers for publications and for questions of patients start with it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const {startPublisher} = await import('./lib/revalidation/publisher')
  const {startEnquiryWorker} = await import('./lib/enquiries/worker')
  const {keyFor} = await import('./lib/secrets')
  // Without a secret the worker could not show that it is the worker; /api/health says so.
  if (keyFor('internal-work')) startPublisher()
  startEnquiryWorker()
}
