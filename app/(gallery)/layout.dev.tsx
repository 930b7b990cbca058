import type {Metadata} from 'next'
import type {ReactNode} from 'react'
import '@/components/layout/tokens.css'
import '@/components/layout/base.css'

export const metadata: Metadata = {title: 'Gallery of components', robots: {index: false}}

/** A document of its own, so that the gallery needs neither a lake nor a clinic. */
export default function GalleryLayout({children}: {children: ReactNode}) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
