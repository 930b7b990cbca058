/** What networks read of a page, taken from the page itself, as they do. */

export type SharedPage = Readonly<{
  /** The address a network keeps for it. */
  url: string
  siteName: string
  title: string
  text: string
  image: string
  imageText: string
  /** Kept out of search engines; it can be shared all the same. */
  isHidden: boolean
}>

/** Null where the text is no page that can be shared. */
export function sharedPageIn(html: string): SharedPage | null {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const meta = (name: string): string =>
    page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? ''
  const [url, title, image] = [meta('og:url'), meta('og:title'), meta('og:image')]
  if (!url || !title || !image) return null
  return {
    url,
    siteName: meta('og:site_name'),
    title,
    text: meta('og:description'),
    image,
    imageText: meta('og:image:alt'),
    isHidden: /noindex/.test(meta('robots')),
  }
}
