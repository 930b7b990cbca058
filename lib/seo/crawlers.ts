/**
 * Programs of companies that make AI, by the name that `robots.txt` calls them, and what each says it is for. A closed
 * list: whoever is not on it keeps to the rules for everybody.
 *
 * Written down in November 2026 from what the companies publish (`source`). Some read pages only because a person asked
 * just then (`ChatGPT-User`, `Claude-User`, `Perplexity-User`); their makers say that such a visit may pass over
 * `robots.txt`.
 */

/** `training`: to build models. `search`: to find pages and to cite them in answers, also for one reader just now. */
export type CrawlerPurpose = 'training' | 'search'

export type Crawler = Readonly<{agent: string; company: string; purpose: CrawlerPurpose; source: string}>

const openAi = 'https://platform.openai.com/docs/bots'
const anthropic = 'https://support.claude.com/en/articles/8896518'
const google = 'https://developers.google.com/search/docs/crawling-indexing/google-common-crawlers'
const apple = 'https://support.apple.com/en-us/119829'
const meta = 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers'
const amazon = 'https://developer.amazon.com/amazonbot'
const perplexity = 'https://docs.perplexity.ai/guides/bots'

export const crawlers: readonly Crawler[] = [
  {agent: 'GPTBot', company: 'OpenAI', purpose: 'training', source: openAi},
  {agent: 'ClaudeBot', company: 'Anthropic', purpose: 'training', source: anthropic},
  // These two fetch nothing: they say what may be done with pages that the search crawlers of both companies fetched.
  {agent: 'Google-Extended', company: 'Google', purpose: 'training', source: google},
  {agent: 'Applebot-Extended', company: 'Apple', purpose: 'training', source: apple},
  {agent: 'CCBot', company: 'Common Crawl', purpose: 'training', source: 'https://commoncrawl.org/ccbot'},
  {agent: 'meta-externalagent', company: 'Meta', purpose: 'training', source: meta},
  {agent: 'Amazonbot', company: 'Amazon', purpose: 'training', source: amazon},
  // Its maker publishes no page about it.
  {
    agent: 'Bytespider',
    company: 'ByteDance',
    purpose: 'training',
    source: 'https://darkvisitors.com/agents/bytespider',
  },
  {
    agent: 'cohere-training-data-crawler',
    company: 'Cohere',
    purpose: 'training',
    source: 'https://darkvisitors.com/agents/cohere-training-data-crawler',
  },
  {agent: 'Ai2Bot', company: 'Allen Institute for AI', purpose: 'training', source: 'https://allenai.org/crawler'},
  {agent: 'OAI-SearchBot', company: 'OpenAI', purpose: 'search', source: openAi},
  {agent: 'ChatGPT-User', company: 'OpenAI', purpose: 'search', source: openAi},
  {agent: 'Claude-SearchBot', company: 'Anthropic', purpose: 'search', source: anthropic},
  {agent: 'Claude-User', company: 'Anthropic', purpose: 'search', source: anthropic},
  {agent: 'PerplexityBot', company: 'Perplexity', purpose: 'search', source: perplexity},
  {agent: 'Perplexity-User', company: 'Perplexity', purpose: 'search', source: perplexity},
  {agent: 'meta-externalfetcher', company: 'Meta', purpose: 'search', source: meta},
  {agent: 'Amzn-SearchBot', company: 'Amazon', purpose: 'search', source: amazon},
  {agent: 'Amzn-User', company: 'Amazon', purpose: 'search', source: amazon},
  {
    agent: 'DuckAssistBot',
    company: 'DuckDuckGo',
    purpose: 'search',
    source: 'https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot',
  },
  {agent: 'MistralAI-User', company: 'Mistral AI', purpose: 'search', source: 'https://docs.mistral.ai/robots'},
]

export type CrawlerSwitches = Readonly<{aiSearch: boolean; aiTraining: boolean}>

/**
 * What holds until the clinic decides. Search: yes, an answer that names the clinic and leads to its page helps patients.
 * Training: no, because what a model has learned by heart cannot be corrected when the advice changes, and carries neither
 * the date of its review nor its source.
 */
export const defaultSwitches: CrawlerSwitches = {aiSearch: true, aiTraining: false}
