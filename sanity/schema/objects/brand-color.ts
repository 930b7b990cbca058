import {defineType} from '@sanity/types'
import {brandColorAdvice, isBrandColor} from '../checks'

/** The clinic's colour, as `#rrggbb`; the Studio draws it with a picker and a verdict (`sanity/studio/brand-color.tsx`). */
export const brandColorType = defineType({
  name: 'brandColor',
  title: 'Color',
  type: 'string',
  validation: (rule) => [rule.custom(isBrandColor), rule.custom(brandColorAdvice).warning()],
})
