import {expect, test} from '@jest/globals'
import {isFromThisSite} from '@/lib/enquiries/same-site'

const siteUrl = 'https://clinic.example'
const isOurs = (headers: Record<string, string>) =>
  isFromThisSite(new Headers({host: 'clinic.example', ...headers}), siteUrl)

test.each<Record<string, string>>([
  {origin: 'https://clinic.example', 'sec-fetch-site': 'same-origin'},
  {origin: 'https://clinic.example'},
  // The reader sends a form again after a restart of the browser.
  {origin: 'https://clinic.example', 'sec-fetch-site': 'none'},
  // A tool for privacy hides the origin.
  {origin: 'null', 'sec-fetch-site': 'same-origin'},
  {'sec-fetch-site': 'same-origin'},
  // A browser that knows neither header.
  {referer: 'https://clinic.example/contact'},
  // By another name of the same machine: a default SITE_URL, and whoever types the address.
  {host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin'},
  {host: 'localhost:3000', origin: 'http://localhost:3000'},
  // Behind a proxy that asks by a name of its own.
  {host: 'site:3000', origin: 'https://clinic.example', 'sec-fetch-site': 'same-origin'},
])('is sent by this site: %j', (headers) => {
  expect(isOurs(headers)).toBe(true)
})

test.each<Record<string, string>>([
  {},
  {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'},
  {origin: 'https://evil.example'},
  {origin: 'https://evil.example', 'sec-fetch-site': 'same-origin'},
  {origin: 'https://clinic.example', 'sec-fetch-site': 'cross-site'},
  {origin: 'https://blog.clinic.example', 'sec-fetch-site': 'same-site'},
  {origin: 'null'},
  {origin: 'null', 'sec-fetch-site': 'cross-site'},
  {'sec-fetch-site': 'same-site'},
  {origin: 'https://clinic.example.evil.example'},
  {origin: 'http://clinic.example:8080'},
  {origin: 'clinic.example'},
  {origin: 'file://clinic.example'},
  {origin: 'https://clinic.example@evil.example'},
  {referer: 'https://evil.example/?https://clinic.example'},
  {host: 'localhost:3000', origin: 'http://127.0.0.1:3000'},
])('is sent by another: %j', (headers) => {
  expect(isOurs(headers)).toBe(false)
})
