/** `robots.txt`: where crawlers may go, with the clinic's two switches for those of companies that make AI. */
import {absoluteUrl} from '../site'
import {type CrawlerPurpose, type CrawlerSwitches, crawlers} from './crawlers.ts'

/** Images and cards stay open to everybody: crawlers must be able to fetch what pages show. */
const closedToAll = ['Disallow: /studio', 'Disallow: /api/']

const words: Record<CrawlerPurpose, string> = {
  search: 'AI search and answers',
  training: 'Training of AI models',
}

/** A crawler keeps to the one group that names it, so a group that may read repeats what is closed to all. */
function groupFor(purpose: CrawlerPurpose, allowed: boolean): string[] {
  const agents = crawlers.filter((crawler) => crawler.purpose === purpose).map(({agent}) => `User-agent: ${agent}`)
  return [
    `# ${words[purpose]}: ${allowed ? 'welcome' : 'please do not'}`,
    ...agents,
    ...(allowed ? closedToAll : ['Disallow: /']),
  ]
}

export const robotsText = ({aiSearch, aiTraining}: CrawlerSwitches): string =>
  [
    'User-agent: *',
    ...closedToAll,
    '',
    ...groupFor('search', aiSearch),
    '',
    ...groupFor('training', aiTraining),
    '',
    `Sitemap: ${absoluteUrl('/sitemap.xml')}`,
    '',
  ].join('\n')
