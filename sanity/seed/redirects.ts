/** Addresses of an older site, and where they went. */
import {redirect} from './build.ts'

export const redirects = [
  redirect({from: '/back-pain.html', to: 'condition-back-pain', permanent: true}),
  redirect({from: '/conditions/slipped-disk', to: 'condition-herniated-disk', permanent: true}),
  redirect({from: '/about-us', to: 'page-about', permanent: true}),
]
