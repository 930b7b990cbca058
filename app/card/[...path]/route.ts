import {cardHash, parseCardPath} from '@/lib/seo/card'
import {isPreview} from '@/sanity/read'
import {getCard} from './content'
import {drawnCard} from './draw'

// Cards are drawn when somebody asks, never during the build, which knows no content.
export const dynamic = 'force-dynamic'

/**
 * The address of a card changes with what it shows, so the current one is good for ever; an old one is looked up again,
 * and so is one that was drawn while the logo could not be had.
 */
const current = 'public, max-age=31536000, immutable'
const outdated = 'public, max-age=300'
/** Drawn from a draft, for an editor: no cache on the way may keep it. */
const draft = 'private, no-store'

const missing = () => new Response('No such card.\n', {status: 404, headers: {'Content-Type': 'text/plain'}})

export async function GET(_request: Request, {params}: {params: Promise<{path: string[]}>}): Promise<Response> {
  const asked = parseCardPath((await params).path)
  const card = asked && (await getCard(asked))
  if (!card) return missing()
  const {png, whole} = await drawnCard(card)
  const caching = (await isPreview()) ? draft : whole && asked.hash === cardHash(card) ? current : outdated
  return new Response(png, {headers: {'Content-Type': 'image/png', 'Cache-Control': caching}})
}
