import type {NextConfig} from 'next'
import {PHASE_DEVELOPMENT_SERVER} from 'next/constants.js'
import {rewritesForLanguages} from './lib/language-routes.ts'

const config: NextConfig = {
  pageExtensions: ['tsx', 'ts'],
  poweredByHeader: false,
  reactStrictMode: true,
  // Builds and tests can run side by side on one checkout: each names a folder of its own.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  // Tags arrive in <head> for every reader, also for crawlers that Next's own list does not know.
  htmlLimitedBots: /.*/,
  images: {
    // Pictures come through /media; Next's own optimizer, with its run of advisories, answers 404.
    loader: 'custom',
    loaderFile: './lib/no-next-images.ts',
  },
  // Pages live in memory: two sites on one build never see each other's, unknown addresses cannot fill the disk, and a
  // page cut short by a crash is never served. What a restart needs is in DATA_DIR/site (decision 0002).
  cacheMaxMemorySize: 256 * 1024 * 1024,
  // `npm run types` and continuous integration check types, of the tests too. A start must not fail, nor wait, for those.
  typescript: {ignoreBuildErrors: true},
  experimental: {
    isrFlushToDisk: false,
    // Nothing is shown before the styles are there. By itself the bundler puts styles that a page does not use into a file
    // with those it does; here an unused kilobyte costs about as much as a request.
    cssChunking: {type: 'graph', requestCost: 4000},
  },
  // In development every request is printed, but for what somebody searches for: that is nowhere to be read.
  logging: {incomingRequests: {ignore: [/^\/(?:[a-z]{2}\/)?(?:search|api\/suggest)(?:[/?]|$)/]}},
  serverExternalPackages: ['get-it', 'nodemailer', 'undici', 'sharp'],
  rewrites: async () => ({beforeFiles: [], afterFiles: rewritesForLanguages, fallback: []}),
  redirects: async () => [
    // The default language has no prefix: one page, one address.
    {source: '/en', destination: '/', permanent: true},
    {source: '/en/:path*', destination: '/:path*', permanent: true},
  ],
}

/** Routes whose files end in `.dev.tsx`, such as the gallery of components, exist in development alone. */
const withDevelopmentRoutes: NextConfig = {...config, pageExtensions: ['dev.tsx', 'tsx', 'ts']}

export default (phase: string): NextConfig => (phase === PHASE_DEVELOPMENT_SERVER ? withDevelopmentRoutes : config)
