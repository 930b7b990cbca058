/** What the settings become when the sample goes. */
import type {SeedDocument} from './build.ts'
import {referencesIn} from './references.ts'
import {isPlainObject, isSame} from './same.ts'
import {minimalSettings, minimalSpanishSettings, settingsId, spanishSettingsId} from './settings.ts'

type StoredSettings = Record<string, unknown> & {_id: string; _type: string}

/**
 * Keeps what the clinic wrote itself and puts the neutral value where the sample's still stood.
 *
 * @param current the settings, or their draft, as they are
 * @param originals the sample's documents by id, pictures resolved
 * @param going ids of documents that are being removed; entries that point to them go with them
 */
export function settingsWithoutSample(
  current: StoredSettings,
  originals: ReadonlyMap<string, SeedDocument>,
  going: ReadonlySet<string>,
): StoredSettings {
  const {sample: _mark, ...rest} = current
  const spanish = current._id.endsWith(spanishSettingsId)
  const original = originals.get(spanish ? spanishSettingsId : settingsId) ?? {}
  return {
    ...merged(rest, original, spanish ? minimalSpanishSettings() : minimalSettings(), going),
    _id: current._id,
    _type: current._type,
  }
}

function merged(
  current: Record<string, unknown>,
  original: Record<string, unknown>,
  neutral: Record<string, unknown>,
  going: ReadonlySet<string>,
): Record<string, unknown> {
  const fields = [...new Set([...Object.keys(current), ...Object.keys(neutral)])]
  const entries = fields.map((field): [string, unknown] => {
    const [now, sample, start] = [current[field], original[field], neutral[field]]
    if (now === undefined || isSame(now, sample)) return [field, start]
    // Objects such as the home page are decided part by part, so that a new heading survives the old picture.
    if (isPlainObject(now) && isPlainObject(sample) && isPlainObject(start)) {
      return [field, merged(now, sample, start, going)]
    }
    return [field, without(now, going)]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** Takes entries out of lists, and whole values, that point to a removed document. */
function without(value: unknown, going: ReadonlySet<string>): unknown {
  const points = (part: unknown) => referencesIn({part}).some(({to}) => going.has(to))
  if (Array.isArray(value)) return value.filter((entry) => !points(entry))
  return points(value) ? undefined : value
}
