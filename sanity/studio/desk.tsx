'use client'

/** The Studio as the page draws it: its configuration is made in the browser, from what the server read at run time. */
import {NextStudio} from 'next-sanity/studio/client-component'
import {useMemo} from 'react'
import {studioConfig} from './config'

type DeskProps = {
  projectId: string
  dataset: string
  /** The embedded lake as this browser reaches it; null on a hosted project. */
  lakeUrl: string | null
  siteUrl: string
}

export function Desk({projectId, dataset, lakeUrl, siteUrl}: DeskProps) {
  const config = useMemo(
    () => studioConfig({projectId, dataset, lakeUrl, siteUrl}),
    [projectId, dataset, lakeUrl, siteUrl],
  )
  return <NextStudio config={config} />
}
