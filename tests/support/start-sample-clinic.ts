/** Before the first test of a browser, and after the last (`sample-clinic.ts`). */
import {type Announced, sampleClinicVariable} from './sample-clinic'
import {type Clinic, startClinic} from './start-clinic'

let clinic: Clinic | undefined

export async function startSampleClinic(): Promise<void> {
  clinic = await startClinic()
  const {siteUrl, sitePort, lakePort, environment} = clinic
  const announced: Announced = {siteUrl, sitePort, lakePort, environment}
  process.env[sampleClinicVariable] = JSON.stringify(announced)
}

export async function stopSampleClinic(): Promise<void> {
  await clinic?.stop()
}
