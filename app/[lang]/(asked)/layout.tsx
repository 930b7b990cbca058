/** The frame of pages that are made for each request: that of every page, answered from memory. */
import type {ComponentProps} from 'react'
import {answerFromMemory} from '@/sanity/read'
import SiteLayout, {generateViewport as siteViewport} from '../(site)/layout'

export {metadata} from '../(site)/layout'

export function generateViewport(props: Parameters<typeof siteViewport>[0]) {
  answerFromMemory()
  return siteViewport(props)
}

export default function AskedLayout(props: ComponentProps<typeof SiteLayout>) {
  // Before the frame asks for anything: it is made as part of this page.
  answerFromMemory()
  return <SiteLayout {...props} />
}
