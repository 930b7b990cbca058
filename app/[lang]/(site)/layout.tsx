import type {Metadata, Viewport} from 'next'
import localFont from 'next/font/local'
import type {ReactNode} from 'react'
import '@/components/layout/tokens.css'
import '@/components/layout/base.css'
import {CallBar} from '@/components/layout/call-bar'
import chrome from '@/components/layout/chrome.module.css'
import {DraftBanner} from '@/components/layout/draft-banner'
import {SiteFooter} from '@/components/layout/site-footer'
import {SiteHeader} from '@/components/layout/site-header'
import {SiteNotices} from '@/components/layout/site-notices'
import {brandPalette, grounds} from '@/lib/brand'
import {brandHref} from '@/lib/brand-address'
import {labelsFor} from '@/lib/labels'
import {defaultLanguage, isLanguage} from '@/lib/language'
import {absoluteUrl} from '@/lib/site'
import {isPreview} from '@/sanity/read'
import {siteIn} from './frame'
import {VisualEditing} from './visual-editing'

/** The same two weights everywhere, served from this site; 48 kB together. */
const inter = localFont({
  src: [
    {path: '../../../node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2', weight: '400'},
    {path: '../../../node_modules/@fontsource/inter/files/inter-latin-600-normal.woff2', weight: '600'},
  ],
  variable: '--font-inter',
  // On a slow first visit the text stays in the system's font: a font that comes late would move what is being read.
  display: 'optional',
})

export const metadata: Metadata = {
  metadataBase: new URL(absoluteUrl('/')),
  icons: {
    icon: [
      {url: '/favicon.ico', sizes: '32x32'},
      {url: '/icon.svg', type: 'image/svg+xml'},
    ],
    apple: '/apple-touch-icon.png',
  },
}

type Props = {params: Promise<{lang: string}>; children: ReactNode}

const languageOf = async (params: Props['params']) => {
  const {lang} = await params
  return isLanguage(lang) ? lang : defaultLanguage
}

/** The browser's own frame goes with the page: the clinic's colour where it has one, otherwise the header's. */
export async function generateViewport({params}: Props): Promise<Viewport> {
  const {brandColor} = await siteIn(await languageOf(params))
  const palette = brandColor === null ? null : brandPalette(brandColor)
  return {
    themeColor: [
      {media: '(prefers-color-scheme: light)', color: palette?.light.accent ?? grounds.light.surface},
      {media: '(prefers-color-scheme: dark)', color: palette?.dark.accentSoft ?? grounds.dark.surface},
    ],
  }
}

/** The frame of every page of the patient's site. A language that does not exist is the page's 404, in this frame. */
export default async function SiteLayout({params, children}: Props) {
  const language = await languageOf(params)
  const [site, preview] = await Promise.all([siteIn(language), isPreview()])
  return (
    <html lang={language} className={inter.variable}>
      {site.brandColor !== null && (
        <head>
          <link rel="stylesheet" href={brandHref(site.brandColor)} />
        </head>
      )}
      <body>
        <a className={chrome.skip} href="#main">
          {labelsFor(language).chrome.skip}
        </a>
        {preview && <DraftBanner language={language} />}
        <SiteNotices site={site} language={language} />
        <SiteHeader site={site} language={language} />
        <main id="main" className={chrome.main} tabIndex={-1}>
          {children}
        </main>
        <SiteFooter site={site} language={language} />
        <CallBar site={site} language={language} />
        <script src="/enhance.js" type="module" async />
        {preview && <VisualEditing waits={labelsFor(language).chrome.draftWaits} />}
      </body>
    </html>
  )
}
