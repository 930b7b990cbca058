/** One page of the sample clinic for each kind of page there is: what must hold for all of them is tested on each. */
export const missing = '/no-such-page'
const kinds = {
  home: '/',
  'list of conditions': '/conditions',
  'condition, the customer’s': '/conditions/back-pain',
  'condition, a long one with a table': '/conditions/knee-osteoarthritis',
  'condition with folded answers': '/conditions/sciatica',
  'list of treatments': '/treatments',
  treatment: '/treatments/pain-medicines',
  'treatment with the steps of a visit': '/treatments/epidural-steroid-injection',
  questions: '/questions',
  question: '/questions/need-a-scan',
  facts: '/facts',
  fact: '/facts/low-back-pain-1-in-13',
  'fact whose source is being checked': '/facts/leading-cause-of-disability',
  people: '/people',
  person: '/people/sample-physician',
  locations: '/locations',
  location: '/locations/main-clinic',
  contact: '/contact',
  'page made in the Studio': '/about',
  'notice in many languages': '/language-assistance',
  'search, nothing asked yet': '/search',
  'search with results': '/search?q=back',
  'search without a result': '/search?q=xyzzyqwf',
  'home in Spanish': '/es',
  'list of conditions in Spanish': '/es/conditions',
  'condition in Spanish': '/es/conditions/ciatica',
  'location in Spanish': '/es/locations/clinica-principal',
  '404': missing,
}
export const everyKind = Object.entries(kinds)
/** Those that search engines and networks may show. */
export const everyPage = everyKind.filter(([, path]) => path !== missing && !path.startsWith('/search'))
export const conditions = everyKind.filter(([, path]) => path.startsWith('/conditions/'))
