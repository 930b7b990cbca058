/** Everything an editor may enter: the write side of the content. */
import {conditionType} from './documents/condition'
import {factType} from './documents/fact'
import {faqType} from './documents/faq'
import {locationType} from './documents/location'
import {pageType} from './documents/page'
import {personType} from './documents/person'
import {redirectType} from './documents/redirect'
import {searchWordsType} from './documents/search-words'
import {siteSettingsType} from './documents/site-settings'
import {sourceType} from './documents/source'
import {treatmentType} from './documents/treatment'
import {atGlanceType} from './objects/at-glance'
import {
  adviceListType,
  calloutType,
  downloadType,
  figureType,
  languageNoticeType,
  tableRowsType,
  tableRowType,
  tableType,
} from './objects/blocks'
import {brandColorType} from './objects/brand-color'
import {figureNumberType} from './objects/figure-number'
import {homePageType} from './objects/home-page'
import {menuItemType} from './objects/menu-item'
import {addressType, hoursType, specialHoursType} from './objects/opening'
import {pictureType} from './objects/picture'
import {proseType, shortProseType} from './objects/prose'
import {replyTextType} from './objects/reply-text'
import {reviewType} from './objects/review'
import {searchGroupType} from './objects/search-group'
import {sectionType, treatmentSectionType} from './objects/section'
import {searchType, socialType} from './objects/sharing'
import {siteNoticeType} from './objects/site-notice'
import {translationType} from './objects/translation'
import {urgentHelpType} from './objects/urgent-help'

const documentSchema = [
  conditionType,
  treatmentType,
  faqType,
  factType,
  personType,
  locationType,
  sourceType,
  pageType,
  redirectType,
  searchWordsType,
  siteSettingsType,
]

const objectSchema = [
  proseType,
  shortProseType,
  sectionType,
  treatmentSectionType,
  atGlanceType,
  urgentHelpType,
  calloutType,
  adviceListType,
  tableType,
  tableRowType,
  tableRowsType,
  figureType,
  downloadType,
  languageNoticeType,
  pictureType,
  reviewType,
  translationType,
  socialType,
  searchType,
  menuItemType,
  searchGroupType,
  siteNoticeType,
  replyTextType,
  brandColorType,
  addressType,
  hoursType,
  specialHoursType,
  figureNumberType,
  homePageType,
]

export const schemaTypes = [...documentSchema, ...objectSchema]
