/**
 * The sample clinic: `loadSample` puts it into a lake, `removeSample` takes it out, `loadEmpty` starts without it.
 *
 * Each takes `{client, log}`: a @sanity/client that may write, and a function for lines of progress.
 */

export {seedClient} from './client.ts'
export {type LoadReport, loadEmpty, loadSample, type Seeding} from './load.ts'
export {type RemoveReport, removeSample, SampleInUseError} from './remove.ts'
export {minimalSettings} from './settings.ts'
