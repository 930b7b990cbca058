/** @jest-environment node */
import {previewAge} from '@/lib/preview-session'

process.env.SANITY_REVALIDATE_SECRET = 'a secret of this test'

const fresh = async () => {
  jest.resetModules()
  return import('@/lib/preview-session')
}

describe('a preview session', () => {
  it('opens until its end and not a moment longer', async () => {
    const {isPreviewToken, newPreviewSession: open} = await fresh()
    const now = 1_760_000_000_000
    const token = open(now) ?? ''
    expect(isPreviewToken(token, now)).toBe(true)
    expect(isPreviewToken(token, now + previewAge * 1000 - 1)).toBe(true)
    expect(isPreviewToken(token, now + previewAge * 1000)).toBe(false)
  })

  it('cannot be made longer, made up or cut', async () => {
    const {isPreviewToken, newPreviewSession: open} = await fresh()
    const [end = '', nonce, signature] = (open() ?? '').split('.')
    for (const token of [
      undefined,
      '',
      '..',
      `${Number(end) + 1}.${nonce}.${signature}`,
      `${end}.${nonce}.`,
      `${end}.${nonce}.${signature}.more`,
      `${end}.other.${signature}`,
    ]) {
      expect(isPreviewToken(token)).toBe(false)
    }
  })

  it('is different for each editor', async () => {
    const {newPreviewSession: open} = await fresh()
    expect(open()).not.toBe(open())
  })
})
