/**
 * The worker in a process of its own, as the site starts it: with nothing else to keep that process alive but what stands
 * here. For tests that kill it.
 *
 *   STAY=1               stays until it is killed
 *   DIE=before-noting    kills itself after the mail server has taken a message, before that is noted
 */
import {enquiryStore} from '../../lib/enquiries/open-store.ts'
import {startEnquiryWorker} from '../../lib/enquiries/worker.ts'

if (process.env.DIE === 'before-noting') enquiryStore().sent = () => process.kill(process.pid, 'SIGKILL')
startEnquiryWorker()
if (process.env.STAY) setInterval(() => {}, 60_000)
process.stdout.write('started\n')
