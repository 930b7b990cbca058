/**
 * Who is asking: the address at the other end of the connection, or, where the operator says that a reverse proxy stands
 * in front of the site, the one that the proxy has seen.
 */
import type {IncomingMessage} from 'node:http'
import {isIP} from 'node:net'

/** Where the rest of the site finds it. Whatever the outside wrote there is thrown away. */
export const callerHeader = 'x-forwarded-for'

/**
 * The proxy appends what it has seen to what its caller wrote, so that only the last entry is known to be true. Where it
 * wrote no address there, the connection is believed. Null where that is gone already.
 */
export function callerOf(
  {headers, socket}: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustProxy: boolean,
): string | null {
  const connected = socket.remoteAddress ?? null
  if (!trustProxy) return connected
  const last = [headers[callerHeader]].flat().join(',').split(',').at(-1)?.trim() ?? ''
  // Some write a port behind it.
  const address = last.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')
  return isIP(address) > 0 ? address : connected
}
