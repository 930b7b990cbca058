/** The Studio's own root layout: none of the site's styles or chrome. */
import type {ReactNode} from 'react'

export {metadata, viewport} from 'next-sanity/studio'

export default function StudioLayout({children}: {children: ReactNode}) {
  return (
    <html lang="en">
      <body style={{margin: 0}}>{children}</body>
    </html>
  )
}
