/**
 * Headers of what is no page and yet is seen in the Studio's preview, when a draft cannot be shown: the Studio, which is
 * of the same origin, may frame it; it may load and run nothing.
 */
export const framedByStudio = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
} as const
