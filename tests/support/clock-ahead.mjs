/**
 * Loaded before the site by a test that cannot wait for midnight: the process then lives so many milliseconds ahead of
 * everybody else (`CLOCK_AHEAD`).
 */
const ahead = Number(process.env.CLOCK_AHEAD)
const now = Date.now.bind(Date)

Date.now = () => now() + ahead

// Without arguments a date is now; with some it is a date that somebody spells out.
globalThis.Date = new Proxy(Date, {
  apply: () => new Date().toString(),
  construct: (target, parts, made) => Reflect.construct(target, parts.length === 0 ? [now() + ahead] : parts, made),
})
