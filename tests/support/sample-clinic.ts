/**
 * One clinic, with its sample content, for all tests that only look at it: started before the first of them
 * (`start-sample-clinic.ts`) and ended after the last. Whoever publishes, or restarts anything, starts one of their own.
 */
import {type Clinic, commandOf} from './start-clinic'

export type SampleClinic = Pick<Clinic, 'siteUrl' | 'sitePort' | 'lakePort' | 'lake'>

/** How the workers of a test run hear of it. */
export const sampleClinicVariable = 'SAMPLE_CLINIC'

export type Announced = Pick<Clinic, 'siteUrl' | 'sitePort' | 'lakePort' | 'environment'>

export function sampleClinic(): SampleClinic {
  const announced = process.env[sampleClinicVariable]
  if (!announced) throw new Error('No sample clinic was started: run the tests of a browser by `npm test`.')
  const {environment, ...clinic}: Announced = JSON.parse(announced)
  return {...clinic, lake: (...args) => commandOf(['server/lake.mjs', ...args], environment)}
}
