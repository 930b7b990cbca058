/** The clinic's logo as a share card shows it: small, on white, and left out rather than waited for. */
import sharp from 'sharp'
import {mediaUrl, parseMediaRequest} from '@/lib/media'
import type {Card} from '@/lib/seo/card'
import {logoBox} from '@/lib/seo/card-layout'
import {mediaFor} from '@/sanity/media'

/** Any format the clinic uploaded becomes PNG. Null without a logo, and where it cannot be had: a card is drawn anyway. */
export async function logoFor({logo}: Card): Promise<{src: string; width: number; height: number} | null> {
  if (!logo) return null
  const [assetId = '', search = ''] = mediaUrl(logo, {width: 320}).replace('/media/', '').split('?')
  const request = parseMediaRequest(assetId, search)
  const media = request && (await mediaFor(request, ''))
  if (!media || typeof media === 'string') return null
  try {
    const {data, info} = await sharp(media.bytes)
      .resize({...boxOf(logoBox), fit: 'inside'})
      .png()
      .toBuffer({resolveWithObject: true})
    const {width, height} = info
    return {src: `data:image/png;base64,${data.toString('base64')}`, width: width / 2, height: height / 2}
  } catch {
    return null
  }
}

/** Twice as large as it is drawn, so that it stays sharp; less the white around it. */
const boxOf = ({width, height}: {width: number; height: number}) => ({
  width: (width - 16) * 2,
  height: (height - 16) * 2,
})
