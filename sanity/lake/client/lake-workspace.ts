import {createClient} from '@sanity/client'
import type {AuthConfig, WorkspaceOptions} from 'sanity'
import {accountTool} from './account-tool.ts'
import {lakeFeatures} from './lake-features.ts'
import {lakeFetch} from './lake-fetch.ts'

type LakeOptions = {
  /** Where the lake answers, such as `http://127.0.0.1:3939`; a path or the site's own address will do too. */
  lakeUrl: string
  /** What the sign-in button says, which is seen after signing out. */
  title?: string
}

/** The part of a Studio workspace that makes it speak to a lake. */
export type LakeWorkspace = Required<Pick<WorkspaceOptions, 'apiHost' | 'unstable_clientFactory' | 'tools'>> & {
  auth: AuthConfig
} & typeof lakeFeatures

/**
 * What a Studio config spreads in to work on a lake instead of Sanity's cloud:
 *
 * ```ts
 * defineConfig({...(lakeUrl && lakeWorkspace({lakeUrl})), projectId, dataset, schema, plugins})
 * ```
 */
export function lakeWorkspace({lakeUrl, title = 'E-mail and password'}: LakeOptions): LakeWorkspace {
  const base = lakeUrl.replace(/\/+$/, '')
  const carry = lakeFetch(base)
  // One function for the life of the workspace: the client shares its live connection by the resolver's identity.
  const resolveFetch = () => carry
  return {
    ...lakeFeatures,
    // Where people change their password, and administrators look after the others.
    tools: [accountTool(base)],
    // The few requests that do not go through the client factory would otherwise go to sanity.io.
    apiHost: base,
    // Without the project's id as a host name, so that an address without DNS of its own works.
    unstable_clientFactory: (options) =>
      createClient({...options, apiHost: base, useProjectHostname: false, resolveFetch}),
    auth: {
      // The token is kept by the browser for the Studio alone; a cookie of another port would be a third party's.
      loginMethod: 'token',
      // The lake's page, which asks for address and password, is the sign-in page: a page before it with one button says nothing.
      // After signing out the Studio shows that button all the same, so nobody is sent in circles.
      redirectOnSingle: true,
      providers: [{name: 'lake', title, url: `${base}/v1/auth/local`}],
    },
  }
}
