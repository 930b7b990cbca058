import {IncomingMessage} from 'node:http'
import {Socket} from 'node:net'
import {expect, test} from '@jest/globals'
import {callerOf} from '@/server/door/caller'

function caller(forwarded: string | undefined, {trustProxy = false, isGone = false} = {}) {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', {value: isGone ? undefined : '10.0.0.1'})
  const request = new IncomingMessage(socket)
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded
  return callerOf(request, trustProxy)
}

test('whoever is connected is asking, whatever they say', () => {
  expect(caller(undefined)).toBe('10.0.0.1')
  expect(caller('203.0.113.5')).toBe('10.0.0.1')
})

test.each([
  ['203.0.113.5', '203.0.113.5'],
  ['198.51.100.7, 203.0.113.5', '203.0.113.5'],
  ['198.51.100.7,203.0.113.5:4711', '203.0.113.5'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:db8::1]:4711', '2001:db8::1'],
  ['::ffff:203.0.113.5', '::ffff:203.0.113.5'],
])('behind a proxy it is the last one that the proxy wrote down: %s', (forwarded, address) => {
  expect(caller(forwarded, {trustProxy: true})).toBe(address)
})

test.each([undefined, '', 'unknown', '_hidden', '203.0.113.5, ', 'a'.repeat(10_000)])(
  'a proxy that wrote no address is the caller itself: %j',
  (forwarded) => {
    expect(caller(forwarded, {trustProxy: true})).toBe('10.0.0.1')
  },
)

test('nobody is asking any more where the connection is gone', () => {
  expect(caller(undefined, {isGone: true})).toBeNull()
})
