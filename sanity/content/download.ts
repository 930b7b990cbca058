/** A document to download, as long as something published offers it. `sanity/publishing/offered.ts` asks. */
import {defineQuery} from 'groq'
import {z} from 'zod'
import {contract} from '@/sanity/contract'

const DOWNLOAD_QUERY = defineQuery(`
  *[_type == "sanity.fileAsset" && _id == $asset && count(*[references(^._id)]) > 0][0]{_id}
`)

export const downloadContract = contract('download', DOWNLOAD_QUERY, z.strictObject({_id: z.string()}).nullable(), {
  lists: [],
  shown: false,
})
