import {describe, expect, test} from '@jest/globals'
import {render, screen, within} from '@testing-library/react'
import {physicalTherapy} from '@/components/examples/content/link'
import {decoration, picture} from '@/components/examples/content/picture'
import {everything, newPatientForm, paragraph} from '@/components/examples/content/prose'
import {Prose} from '@/components/prose'

const context = {language: 'en', phone: '(512) 555-0142'} as const
const draw = (anchors?: ReadonlyMap<string, string>) =>
  render(<Prose value={everything} context={{...context, ...(anchors && {anchors})}} />)

describe('running text', () => {
  test('keeps the styles of the Studio: paragraphs, headings, lists', () => {
    draw()
    expect(screen.getByRole('heading', {level: 3, name: 'A heading'})).toBeVisible()
    expect(screen.getByRole('heading', {level: 4, name: 'A small heading'})).toBeVisible()
    expect(screen.getByText('A bullet').closest('ul')).not.toBeNull()
    expect(screen.getByText('A step').closest('ol')).not.toBeNull()
  })

  test('has headings one level higher where it is the whole page', () => {
    render(<Prose value={everything} context={{...context, level: 2}} />)
    expect(screen.getByRole('heading', {level: 2, name: 'A heading'})).toBeVisible()
    expect(screen.getByRole('heading', {level: 3, name: 'A small heading'})).toBeVisible()
    expect(screen.getByRole('heading', {level: 2, name: 'Better not'})).toBeVisible()
  })

  test('keeps marks', () => {
    draw()
    expect(screen.getByText('strong').tagName).toBe('STRONG')
    expect(screen.getByText('stressed').tagName).toBe('EM')
    expect(screen.getByText('2').tagName).toBe('SUB')
    expect(screen.getByText('1').tagName).toBe('SUP')
  })

  test('leads to other sites without telling them where from', () => {
    draw()
    const link = screen.getByRole('link', {name: 'a guideline'})
    expect(link).toHaveAttribute('href', 'https://guideline.example/')
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  })

  test('leads to documents by their present address', () => {
    draw()
    expect(screen.getByRole('link', {name: 'a treatment'})).toHaveAttribute(
      'href',
      `/treatments/${physicalTherapy.slug}`,
    )
  })

  test('leads to a question where this page shows it', () => {
    draw(new Map([['faq-bed-rest', '#question-bed-rest']]))
    expect(screen.getByRole('link', {name: 'a question'})).toHaveAttribute('href', '#question-bed-rest')
  })

  test('leads to a question’s own page where this page does not show it', () => {
    draw()
    expect(screen.getByRole('link', {name: 'a question'})).toHaveAttribute('href', '/questions/bed-rest')
  })

  test('keeps only the words of a link that is not safe', () => {
    const hostile = {
      ...paragraph('p', {text: 'click here', marks: ['bad']}),
      markDefs: [{_type: 'link' as const, _key: 'bad', href: 'javascript:alert(1)'}],
    }
    render(<Prose value={[hostile]} context={context} />)
    expect(screen.getByText('click here')).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
  })
})

describe('a table', () => {
  test('has its name, its head and its cells, and can be scrolled by keyboard', () => {
    draw()
    const table = screen.getByRole('table', {name: 'Exercises a week'})
    expect(within(table).getByRole('columnheader', {name: 'Times'})).toHaveAttribute('scope', 'col')
    expect(within(table).getAllByRole('row')).toHaveLength(3)
    expect(screen.getByRole('region', {name: 'Exercises a week'})).toHaveAttribute('tabindex', '0')
  })

  test('without a head row has cells only', () => {
    const table = everything.find((block) => block._type === 'table')
    render(<Prose value={table ? [{...table, caption: null, headerRow: false}] : []} context={context} />)
    expect(screen.queryByRole('columnheader')).toBeNull()
    expect(screen.getAllByRole('row')).toHaveLength(3)
    expect(screen.getByRole('region', {name: 'Table'})).toBeVisible()
  })
})

describe('other blocks', () => {
  test('a callout says its tone in words', () => {
    draw()
    expect(screen.getByText('Important')).toBeVisible()
    expect(screen.getByText(/Do not stop medicines/)).toBeVisible()
  })

  test('advice says in its heading what to do and what not', () => {
    draw()
    expect(screen.getByRole('heading', {level: 3, name: 'Do'})).toBeVisible()
    expect(screen.getByRole('heading', {level: 3, name: 'Better not'})).toBeVisible()
    expect(screen.getAllByText('Keep moving')).toHaveLength(2)
  })

  test('an image has its words, its caption and whose it is', () => {
    draw()
    const image = screen.getByRole('img', {name: picture.alt})
    expect(image).toHaveAttribute('src', expect.stringMatching(/^\/media\//))
    expect(image).toHaveAttribute('loading', 'lazy')
    expect(screen.getByText('Image: The clinic')).toBeVisible()
  })

  test('decoration is silent, and an image not yet chosen is not there', () => {
    const {container} = draw()
    const images = [...container.querySelectorAll('img')]
    expect(images).toHaveLength(2)
    expect(images[1]).toHaveAttribute('alt', '')
    expect(images[1]?.getAttribute('src')).toContain(decoration.assetId)
  })

  test('an offer of help is in its own language and direction, and its phone number is not turned around', () => {
    draw()
    const heading = screen.getByRole('heading', {level: 3, name: 'العربية'})
    const block = heading.closest('section')
    expect(block).toHaveAttribute('lang', 'ar')
    expect(block).toHaveAttribute('dir', 'rtl')
    expect(screen.getByText('نتحدث العربية.')).toBeVisible()
    expect(block?.querySelector('a')).toHaveAttribute('href', expect.stringMatching(/^tel:/))
    expect(block?.querySelector('bdi')).toHaveAttribute('dir', 'ltr')
  })

  test('a document says what kind of file it is, how large, and what to do with it', () => {
    draw()
    const link = screen.getByRole('link', {name: 'New patient form (PDF, 1.2\u00a0MB)'})
    expect(link).toHaveAttribute('href', `/download/${'5a1d'.repeat(10)}/new-patient-form.pdf`)
    expect(link).toHaveAttribute('type', 'application/pdf')
    expect(link).not.toHaveAttribute('hreflang')
    expect(screen.getByText(/Fill it in before your first visit/)).toBeVisible()
  })

  test('a document in another language names it in its own words', () => {
    const {rerender} = render(<Prose value={[{...newPatientForm, language: 'es'}]} context={context} />)
    expect(screen.getByRole('link')).toHaveAttribute('hreflang', 'es')
    expect(screen.getByText('Español')).toHaveAttribute('lang', 'es')
    rerender(<Prose value={[{...newPatientForm, language: 'es'}]} context={{...context, language: 'es'}} />)
    expect(screen.getByRole('link', {name: 'New patient form (PDF, 1.2\u00a0MB)'})).not.toHaveAttribute('hreflang')
  })

  test('a document without its file, or with one that is no PDF, is not there', () => {
    const {file} = newPatientForm
    const others = [null, {size: 1, assetId: 'file-0123456789-docx'}, {size: 1, assetId: 'image-0123456789-1x1-png'}]
    const blocks = others.map((other, index) => ({...newPatientForm, _key: `${index}`, file: other}))
    render(<Prose value={[...blocks, {...newPatientForm, file: file && {...file, size: 0}}]} context={context} />)
    expect(screen.getAllByRole('link').map(({textContent}) => textContent)).toEqual(['New patient form (PDF)'])
  })

  test('an urgent-help card stands one level below its section', () => {
    draw()
    expect(screen.getByRole('heading', {level: 3, name: 'Urgent advice: Call us today if you have:'})).toBeVisible()
  })
})
