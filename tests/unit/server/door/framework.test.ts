import {linkWithoutScripts, withoutFramework} from '@/server/door/framework'
import {barePage, chunk, data, enhance, nextPage, opening, payload} from '../../../fixtures/next-page'

describe('a page without the framework', () => {
  it('has everything but the framework', () => {
    expect(withoutFramework(nextPage())).toEqual({html: barePage, kept: null})
  })

  it('is the same when it comes a second time, and so is a page that never had any', () => {
    expect(withoutFramework(barePage)).toEqual({html: barePage, kept: null})
    const small = '<!doctype html>\n<html lang="en">\n<head><title>a</title></head>\n<body><p>b</p></body>\n</html>\n'
    expect(withoutFramework(small)).toEqual({html: small, kept: null})
  })

  it('keeps what only looks like a script', () => {
    const more = '<p title="&lt;script>"><code>&lt;script src="/_next/a.js"&gt;</code></p>'
    expect(withoutFramework(nextPage(more)).html).toContain(more)
  })

  it('keeps a box at its top that is not empty, or not hidden', () => {
    for (const box of ['<div hidden="">text</div>', '<div hidden=""><p></p></div>', '<div></div>']) {
      const html = nextPage().replace('<div hidden=""><!--$--><!--/$--></div>', box)
      expect(withoutFramework(html)).toEqual({html: barePage.replace('<body>', `<body>${box}`), kept: null})
    }
  })

  it('takes a payload that is no text out as well', () => {
    expect(withoutFramework(nextPage('<script>self.__next_f.push([3,"AAEC"])</script>')).kept).toBeNull()
  })
})

describe('a page is left just as it was', () => {
  const changed = (from: string | RegExp, to: string) => nextPage().replace(from, to)

  it.each<[string, string, RegExp]>([
    ['where a script is not known', nextPage('<script>track()</script>'), /script that is not known \("track\(\)"\)/],
    ['where a file is not known', nextPage('<script src="/other.js"></script>'), /not known \("\/other\.js"\)/],
    ['where a file is of another site', nextPage('<script src="https://a.test/_next/static/a.js"></script>'), /not kn/],
    ['where our script has words of its own', nextPage('<script src="/enhance.js">a()</script>'), /not known/],
    [
      'where something is in the payload’s place',
      nextPage('<script>self.__next_f.push([1,"a"]);a()</script>'),
      /not kno/,
    ],
    ['where the payload is of a new kind', nextPage('<script>self.__next_f.push([9,"a"])</script>'), /not known/],
    ['where content waits for a script', nextPage('<script>$RC("B:0","S:0")</script>'), /not known/],
    ['where a place is filled later', nextPage('<template id="B:0"></template>'), /a script fills \(B:0\)/],
    ['where content waits in a hidden place', nextPage('<div hidden id="S:1">text</div>'), /a script fills \(S:1\)/],
    [
      'where a boundary is not complete',
      nextPage('<!--$?--><p>Loading</p><!--/$-->'),
      /not complete \("<!--\$\?-->"\)/,
    ],
    ['where a boundary failed on the server', nextPage('<!--$!--><!--/$-->'), /not complete/],
    [
      'where the payload is missing',
      changed(/<script>self\.__next_f.*?<\/script>(?=<\/body>|<script>self)/g, ''),
      /all/,
    ],
    ['where its opening is missing', changed(opening, ''), /not all the parts/],
    ['where it opens twice', changed(opening, opening + opening), /not all the parts/],
    [
      'where there is no file of the runtime',
      `<html><body>${opening}${payload('a')}</body></html>`,
      /not all the parts/,
    ],
    ['where there are only files', `<html><body>${chunk('a')}</body></html>`, /not all the parts/],
    ['where it was cut short', nextPage().slice(0, -7), /does not end/],
    ['where it was cut short in a script', nextPage().slice(0, -30), /cannot be read/],
    ['where it cannot be read', nextPage('<p class="a'), /cannot be read/],
    [
      'where a script is fetched ahead that is not known',
      nextPage('<link rel="modulepreload" href="/other.js"/>'),
      /ahead that is not known/,
    ],
    ['where it is no document', 'Not found.', /does not end/],
  ])('%s', (_why, html, reason) => {
    expect(withoutFramework(html)).toEqual({html, kept: expect.stringMatching(reason)})
  })
})

describe('the scripts that stay', () => {
  it('are ours and data', () => {
    const {html} = withoutFramework(nextPage())
    expect(html.match(/<script[\s\S]*?<\/script>/g)).toEqual([enhance, data])
  })
})

describe('a header that fetches ahead', () => {
  it('loses the scripts and keeps the rest', () => {
    expect(
      linkWithoutScripts(
        '</_next/a.js>; rel=preload; as="script", </a,b.woff2>; rel=preload; as="font"; crossorigin, </c.js>; rel="modulepreload"',
      ),
    ).toBe('</a,b.woff2>; rel=preload; as="font"; crossorigin')
    expect(linkWithoutScripts('</_next/a.js>; rel=preload; as=script')).toBeNull()
    expect(linkWithoutScripts('')).toBeNull()
  })
})
