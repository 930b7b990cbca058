/**
 * Four programs by different people that read a page as networks do. What they agree on is what a network will show.
 * None of them is asked to be lenient: tags in the body, which two of them accept, are looked for apart.
 */
import {getPreviewFromContent} from 'link-preview-js'
import metascraper from 'metascraper'
import metascraperDescription from 'metascraper-description'
import metascraperImage from 'metascraper-image'
import metascraperTitle from 'metascraper-title'
import metascraperUrl from 'metascraper-url'
import openGraphScraper from 'open-graph-scraper'
import {unfurl} from 'unfurl.js'

/** What all of them find. `url` is null for a program that does not read the page's own address. */
export type Preview = Readonly<{title: string; description: string; image: string; url: string | null}>

/** An address that is public to look at: some programs refuse to look at this machine, as they should. */
const publicOrigin = 'https://www.example.com'

const scrape = metascraper([metascraperTitle(), metascraperDescription(), metascraperImage(), metascraperUrl()])

export const previewParsers: Readonly<Record<string, (url: string) => Promise<Preview>>> = {
  async 'open-graph-scraper'(url) {
    // It takes no name without a dot for an address; by its number this machine is one.
    const {result} = await openGraphScraper({url: url.replace('//localhost', '//127.0.0.1')})
    return {
      title: result.ogTitle ?? '',
      description: result.ogDescription ?? '',
      image: result.ogImage?.[0]?.url ?? '',
      url: result.ogUrl ?? '',
    }
  },
  async unfurl(url) {
    const {open_graph: found} = await unfurl(url)
    return {
      title: found?.title ?? '',
      description: found?.description ?? '',
      image: found?.images?.[0]?.url ?? '',
      url: found?.url ?? '',
    }
  },
  async 'link-preview-js'(url) {
    const response = await fetch(url)
    const headers = Object.fromEntries(response.headers)
    const found = await getPreviewFromContent({headers, data: await response.text(), url})
    return {
      title: 'title' in found ? found.title : '',
      description: ('description' in found && found.description) || '',
      image: ('images' in found && found.images[0]) || '',
      url: null,
    }
  },
  async metascraper(url) {
    const {origin} = new URL(url)
    const html = (await (await fetch(url)).text()).replaceAll(origin, publicOrigin)
    const found = await scrape({html, url: url.replace(origin, publicOrigin)})
    const local = (address: unknown) => String(address ?? '').replace(publicOrigin, origin)
    return {
      title: String(found.title ?? ''),
      description: String(found.description ?? ''),
      image: local(found.image),
      // It writes the root with a slash at its end, where the page has none.
      url: local(found.url).replace(/\/$/, ''),
    }
  },
}
