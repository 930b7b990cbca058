import type {WorkspaceOptions} from 'sanity'

/**
 * What of the Studio needs a part of Sanity's cloud that the lake does not have. Each is switched off rather than left
 * to fail when an editor presses the button. A config that has a `document` of its own spreads
 * `lakeFeatures.document` into it.
 */
export const lakeFeatures = {
  // A service of Sanity's publishes at the hour; nothing here would. It waits for releases, on which it is built now.
  scheduledPublishing: {enabled: false},
  // The same service, for single drafts.
  scheduledDrafts: {enabled: false},
  // The lake publishes releases, whole and at their hour. The Studio's view of them was not walked through, and tells
  // editors that what is scheduled is locked, which it is not here.
  releases: {enabled: false},
  // Kept in an add-on dataset that Sanity creates on request.
  tasks: {enabled: false},
  // Sanity's product news, fetched from its servers.
  announcements: {enabled: false},
  // An organisation-wide store of pictures, which only Sanity hosts.
  mediaLibrary: {enabled: false},
  apps: {
    // A writing app at sanity.io, to which the Studio would link.
    canvas: {enabled: false},
  },
  document: {
    // Kept in the same add-on dataset as tasks.
    comments: {enabled: false},
  },
} as const satisfies Partial<WorkspaceOptions>
