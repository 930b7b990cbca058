/** Whether a document may be downloaded: only what something published offers leaves the site. */
import {downloadContract} from '@/sanity/content/download'
import {ContentError, LakeUnavailableError} from '@/sanity/content-error'
import {readPublished} from '@/sanity/read'

/** `unknown`: the lake cannot be asked, and it was not offered when it could. */
export type Standing = 'offered' | 'withdrawn' | 'unknown'

/**
 * Does a published document offer this file (`file-<hash>-pdf`)? Asked anew each time, because an editor who takes one back
 * wants it gone. In an outage, what was offered last still is.
 */
export async function standingOf(asset: string): Promise<Standing> {
  try {
    const {value} = await readPublished(downloadContract, {asset})
    return value === null ? 'withdrawn' : 'offered'
  } catch (error) {
    if (error instanceof LakeUnavailableError || error instanceof ContentError) return 'unknown'
    throw error
  }
}
