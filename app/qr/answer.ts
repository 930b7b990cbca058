/**
 * `GET /qr/<page>.svg`: the QR code of a page of this site, for posters and leaflets. It holds the page's canonical address
 * and nothing that was asked for, so nobody can have the clinic's site draw a code that leads elsewhere.
 */
import {labelsFor} from '@/lib/labels'
import {defaultLanguage, type Language} from '@/lib/language'
import {pathFor, type SitePath, sitePaths, splitPath} from '@/lib/paths'
import {qrSvg} from '@/lib/qr'
import {pageOfQrAddress} from '@/lib/qr-address'
import {listed} from '@/lib/seo/sitemap'
import {absoluteUrl} from '@/lib/site'
import {type Address, getAddresses} from '@/sanity/content/address'
import {getSite} from '@/sanity/content/site'
import {isPreview} from '@/sanity/read'

export async function answerQr(request: Request): Promise<Response> {
  const path = pageOfQrAddress(new URL(request.url).pathname)
  if (path === null || !(await isPage(path))) {
    return new Response('There is no such page.\n', {status: 404, headers: {'content-type': 'text/plain'}})
  }
  const url = absoluteUrl(path)
  const name = ['qr', ...path.split('/').filter(Boolean)].join('-')
  return new Response(qrSvg(url, {label: labelsFor(splitPath(path).language).share.qr(url)}), {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `inline; filename="${name.replaceAll(/[^\w-]+/g, '-')}.svg"`,
      // An editor's preview knows pages that are not published, which no cache on the way may keep.
      'cache-control': (await isPreview()) ? 'private, no-store' : 'public, max-age=3600',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
}

/** A published document's page, or one of the site's own. */
async function isPage(path: string): Promise<boolean> {
  const addresses = await getAddresses({})
  if (addresses.some((address) => pathFor(address) === path)) return true
  const {language, path: own} = splitPath(path)
  const sitePath = sitePaths.find((each) => each === own)
  return sitePath !== undefined && (language === defaultLanguage || isTranslated(sitePath, language, addresses))
}

/** In a further language, the lists are there once they have an entry, the home page once the settings are translated. */
async function isTranslated(path: SitePath, language: Language, addresses: readonly Address[]): Promise<boolean> {
  const hasEntry = addresses.some((address) => address.language === language && listed[path].includes(address._type))
  if (path !== '/' && hasEntry) return true
  return (path === '/' || path === '/contact') && (await getSite({language}))?.language === language
}
