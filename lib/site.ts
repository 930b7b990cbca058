/** The site's own address. Always from configuration, never from a request's headers, which anybody can forge. */
import {env} from './env.ts'

/** An absolute address of this site: `absoluteUrl('/contact')` → `https://clinic.example/contact`. */
export const absoluteUrl = (path: string): string => new URL(path, `${env.siteUrl}/`).href
