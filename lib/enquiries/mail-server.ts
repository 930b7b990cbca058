/**
 * `SMTP_URL` as a connection: `smtp://user:password@mail.example:587`, `smtps://…`.
 *
 * Messages to staff hold nothing about a patient, but the password of the clinic's mail account travels with them. So the
 * connection is encrypted and the certificate checked: from the first byte (`smtps:`), or by STARTTLS, without which
 * nothing is sent (`smtp:`). Only on this very machine, where nobody else listens, neither is asked for. `?insecure=1`
 * asks for neither anywhere, for a server in the clinic's own network; `?insecure=0` asks for both even here, for the end
 * of a tunnel.
 */
import {isIPv4} from 'node:net'

export type MailServer = Readonly<{
  host: string
  port: number
  /** Encrypted from the first byte? */
  secure: boolean
  /** Refuses to go on without STARTTLS. */
  requireTLS: boolean
  /** Is the certificate checked, where there is one? */
  tls: Readonly<{rejectUnauthorized: boolean; minVersion: 'TLSv1.2'}>
  auth: Readonly<{user: string; pass: string}> | null
}>

export function mailServerFrom(address: string): MailServer {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'smtps:'
  const insecure = url.searchParams.get('insecure') ?? (isLoopback(host) && !secure ? '1' : '0')
  const isChecked = insecure !== '1'
  return {
    host,
    port: Number(url.port) || (secure ? 465 : isLoopback(host) ? 25 : 587),
    secure,
    requireTLS: isChecked && !secure,
    tls: {rejectUnauthorized: isChecked, minVersion: 'TLSv1.2'},
    auth: url.username ? {user: decoded(url.username), pass: decoded(url.password)} : null,
  }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIPv4(host) && host.startsWith('127.'))

/** A "%" that begins no escape is meant as it stands: passwords are pasted as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
