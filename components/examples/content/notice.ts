import type {Notice} from '@/sanity/content/notice'

const notice = (kind: Notice['kind'], text: string, link: Notice['link'] = null): Notice => ({
  _key: kind,
  kind,
  text,
  link,
  startsAt: null,
  endsAt: null,
})

export const flood = notice('urgent', 'Our phones are out of order. For an appointment, write to us.', {
  label: 'Ways to reach us',
  page: null,
  path: '/contact',
  url: null,
})

export const closure = notice('closure', 'The Riverside office is closed on Friday, December 11, for repairs.')

export const snow = notice('weather', 'We close at noon on Monday, January 18, because of snow. We will call you.')

export const elevator = notice('information', 'The elevator is being repaired until Tuesday. Ask at the desk for help.')
