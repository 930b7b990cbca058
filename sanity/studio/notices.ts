/** The notices that every page has to offer: which are there, and which are missing. Pure, so that tests can run it. */
import type {Template} from 'sanity'
import {z} from 'zod'
import {defaultLanguage, legalNotices, requiredNotices} from '@/sanity/vocabulary'

/** Asked with drafts beside what is published. */
export const NOTICES_QUERY = `*[_type == "page" && defined(legalNotice)]{_id, legalNotice, language}`

export const NoticePages = z.array(
  z.object({_id: z.string(), legalNotice: z.string(), language: z.string().nullable()}),
)
export type NoticePages = z.infer<typeof NoticePages>

export type NoticeState = {
  notice: string
  title: string
  required: boolean
  /** `draft`: written, and not published yet: patients do not see it. */
  state: 'published' | 'draft' | 'missing'
  /** The page's id, without `drafts.`. */
  id: string | null
}

/** One line for each notice, in the order in which the website shows them. */
export const noticeStates = (pages: NoticePages): NoticeState[] =>
  legalNotices.map(({value, title}) => {
    const own = pages.filter(
      ({legalNotice, language}) => legalNotice === value && (language ?? 'en') === defaultLanguage,
    )
    const published = own.find(({_id}) => !_id.includes('.'))
    const page = published ?? own[0]
    return {
      notice: value,
      title,
      required: requiredNotices.some((notice) => notice === value),
      state: published ? 'published' : page ? 'draft' : 'missing',
      id: page ? page._id.replace(/^drafts\./, '') : null,
    }
  })

export const noticeTemplateId = (notice: string): string => `page-notice-${notice}`

/** A page that is a notice from the start, for the list of those missing. */
export const noticeTemplates: Template[] = legalNotices.map(({value, title}) => ({
  id: noticeTemplateId(value),
  title,
  schemaType: 'page',
  value: {title, legalNotice: value, language: defaultLanguage},
}))

/** Notices are made from their list, where it is plain which one is missing; the "create" menus stay short. */
export const isNoticeTemplate = (templateId: string): boolean => noticeTemplates.some(({id}) => id === templateId)
