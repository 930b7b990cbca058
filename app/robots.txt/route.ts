import {robotsText} from '@/lib/seo/sitemap'

// Holds the site's address, which is known only when the site runs.
export const dynamic = 'force-dynamic'

export const GET = (): Response =>
  new Response(robotsText(), {
    headers: {'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=300'},
  })
