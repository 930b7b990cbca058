/**
 * The closed lists of the clinic's content, each stated once.
 *
 * The Studio offers them, GROQ returns their `value`, contracts accept nothing else and components draw every one.
 * `title` is what staff read. Depends on nothing, so that any room may use it.
 */

/** One entry of a closed list: what is stored, and what staff read. */
export type Choice = {readonly value: string; readonly title: string}

export const languages = [
  {value: 'en', title: 'English'},
  {value: 'es', title: 'Spanish'},
] as const
export type Language = (typeof languages)[number]['value']
export const defaultLanguage = 'en' satisfies Language

/** Every document type an editor can make. */
export const documentTypes = [
  'condition',
  'treatment',
  'faq',
  'fact',
  'person',
  'location',
  'source',
  'page',
  'redirect',
  'searchWords',
  'siteSettings',
] as const
export type DocumentType = (typeof documentTypes)[number]

/** Documents that carry a slug and a language, and that text may link to. */
export const linkableTypes = ['condition', 'treatment', 'person', 'location', 'page', 'faq', 'fact'] as const
export type LinkableType = (typeof linkableTypes)[number]

/** Linkable documents that have a web page of their own. */
export const pageTypes = ['condition', 'treatment', 'person', 'location', 'page', 'faq', 'fact'] as const
export type PageType = (typeof pageTypes)[number]

/** Documents that other pages show in whole, not only link to: a change of one changes those pages too. */
export const embeddedTypes = ['faq', 'fact', 'source'] as const

/** Does a document of this type have a web page of its own? */
export const isPageType = (type: string): type is PageType => pageTypes.some((known) => known === type)

/** Parts of a condition page, in the order in which patients usually need them. */
export const sectionAspects = [
  {value: 'overview', title: 'Overview'},
  {value: 'symptoms', title: 'Symptoms'},
  {value: 'causes', title: 'Causes'},
  {value: 'riskFactors', title: 'Risk factors'},
  {value: 'diagnosis', title: 'Diagnosis'},
  {value: 'treatment', title: 'Treatment'},
  {value: 'selfCare', title: 'What you can do yourself'},
  {value: 'prevention', title: 'Prevention'},
  {value: 'outlook', title: 'Outlook'},
  {value: 'whenToGetHelp', title: 'When to get help'},
  {value: 'livingWith', title: 'Living with it'},
] as const
export type SectionAspect = (typeof sectionAspects)[number]['value']

/** Parts of a treatment page, in the order of a patient's visit. */
export const treatmentAspects = [
  {value: 'whatItIs', title: 'What it is'},
  {value: 'whoItIsFor', title: 'Who it is for'},
  {value: 'before', title: 'Before your treatment'},
  {value: 'during', title: 'During your treatment'},
  {value: 'after', title: 'After your treatment'},
  {value: 'risks', title: 'Risks'},
  {value: 'results', title: 'Results'},
] as const
export type TreatmentAspect = (typeof treatmentAspects)[number]['value']

/** How soon a patient has to act; most urgent first. */
export const urgencyLevels = [
  {value: 'emergency', title: 'Emergency: call 911'},
  {value: 'urgent', title: 'Urgent: call us today'},
  {value: 'routine', title: 'Routine: make an appointment'},
] as const
export type UrgencyLevel = (typeof urgencyLevels)[number]['value']

export const calloutTones = [
  {value: 'info', title: 'Good to know'},
  {value: 'important', title: 'Important'},
] as const
export type CalloutTone = (typeof calloutTones)[number]['value']

export const adviceKinds = [
  {value: 'do', title: 'Do'},
  {value: 'dont', title: 'Don’t'},
] as const
export type AdviceKind = (typeof adviceKinds)[number]['value']

/** Parts of the body as patients name them, from head to foot: the order of the body map and of every list. */
export const bodyRegions = [
  {value: 'head', title: 'Head'},
  {value: 'face', title: 'Face and jaw'},
  {value: 'neck', title: 'Neck'},
  {value: 'shoulder', title: 'Shoulder'},
  {value: 'arm', title: 'Arm'},
  {value: 'elbow', title: 'Elbow'},
  {value: 'hand', title: 'Hand and wrist'},
  {value: 'chest', title: 'Chest and ribs'},
  {value: 'upperBack', title: 'Upper back'},
  {value: 'abdomen', title: 'Belly'},
  {value: 'lowerBack', title: 'Lower back'},
  {value: 'pelvis', title: 'Pelvis and groin'},
  {value: 'hip', title: 'Hip'},
  {value: 'buttock', title: 'Buttock'},
  {value: 'leg', title: 'Leg'},
  {value: 'knee', title: 'Knee'},
  {value: 'foot', title: 'Foot and ankle'},
  {value: 'wholeBody', title: 'Whole body'},
] as const
export type BodyRegion = (typeof bodyRegions)[number]['value']

export const treatmentKinds = [
  {value: 'injection', title: 'Injection'},
  {value: 'nerveProcedure', title: 'Nerve procedure'},
  {value: 'physicalTherapy', title: 'Physical therapy'},
  {value: 'medicine', title: 'Medicine'},
  {value: 'device', title: 'Device'},
  {value: 'selfManagement', title: 'Self-management'},
  {value: 'psychological', title: 'Psychological therapy'},
] as const
export type TreatmentKind = (typeof treatmentKinds)[number]['value']

/** Kinds of source, strongest evidence first. */
export const sourceKinds = [
  {value: 'guideline', title: 'Clinical guideline'},
  {value: 'systematicReview', title: 'Systematic review'},
  {value: 'study', title: 'Study'},
  {value: 'statistics', title: 'Statistics'},
  {value: 'patientInformation', title: 'Patient information'},
  {value: 'lawOrPolicy', title: 'Law or policy'},
] as const
export type SourceKind = (typeof sourceKinds)[number]['value']

export const sourceStates = [
  {value: 'sourced', title: 'Has a source'},
  {value: 'checking', title: 'Source being checked'},
] as const
export type SourceState = (typeof sourceStates)[number]['value']

/** Kinds of notice on every page; the most urgent comes first. */
export const noticeKinds = [
  {value: 'urgent', title: 'Urgent news'},
  {value: 'closure', title: 'Closure'},
  {value: 'weather', title: 'Weather'},
  {value: 'information', title: 'Information'},
] as const
export type NoticeKind = (typeof noticeKinds)[number]['value']

export const weekdays = [
  {value: 'monday', title: 'Monday'},
  {value: 'tuesday', title: 'Tuesday'},
  {value: 'wednesday', title: 'Wednesday'},
  {value: 'thursday', title: 'Thursday'},
  {value: 'friday', title: 'Friday'},
  {value: 'saturday', title: 'Saturday'},
  {value: 'sunday', title: 'Sunday'},
] as const
export type Weekday = (typeof weekdays)[number]['value']

/** IANA time zones a clinic in the United States may be in. */
export const timeZones = [
  {value: 'America/New_York', title: 'Eastern time'},
  {value: 'America/Chicago', title: 'Central time'},
  {value: 'America/Denver', title: 'Mountain time'},
  {value: 'America/Phoenix', title: 'Arizona (no daylight saving time)'},
  {value: 'America/Los_Angeles', title: 'Pacific time'},
  {value: 'America/Anchorage', title: 'Alaska time'},
  {value: 'Pacific/Honolulu', title: 'Hawaii time'},
  {value: 'America/Puerto_Rico', title: 'Atlantic time (Puerto Rico)'},
] as const

/** Networks a clinic may offer to share a page on. E-mail, text message and "Copy link" are always there. */
export const shareNetworks = [
  {value: 'facebook', title: 'Facebook'},
  {value: 'whatsapp', title: 'WhatsApp'},
  {value: 'x', title: 'X'},
  {value: 'linkedin', title: 'LinkedIn'},
  {value: 'nextdoor', title: 'Nextdoor'},
  {value: 'threads', title: 'Threads'},
  {value: 'bluesky', title: 'Bluesky'},
  {value: 'reddit', title: 'Reddit'},
  {value: 'telegram', title: 'Telegram'},
] as const
export type ShareNetwork = (typeof shareNetworks)[number]['value']

/** Those offered until an editor chooses. */
export const usualShareNetworks = ['facebook', 'whatsapp', 'x', 'linkedin'] as const satisfies readonly ShareNetwork[]

/** Built-in pages that a menu may point to. */
export const sitePaths = [
  {value: '/', title: 'Home page'},
  {value: '/conditions', title: 'All conditions'},
  {value: '/treatments', title: 'All treatments'},
  {value: '/questions', title: 'All questions and answers'},
  {value: '/facts', title: 'All facts (Did you know…)'},
  {value: '/people', title: 'All people'},
  {value: '/locations', title: 'All locations'},
  {value: '/contact', title: 'Contact page'},
] as const
export type SitePath = (typeof sitePaths)[number]['value']

/** Notices that a clinic in the United States shows on every page; the footer lists them in this order. */
export const legalNotices = [
  {value: 'nondiscrimination', title: 'Notice of nondiscrimination'},
  {value: 'languageAssistance', title: 'Language assistance'},
  {value: 'privacyPractices', title: 'Notice of privacy practices'},
  {value: 'websitePrivacy', title: 'Privacy of this website'},
  {value: 'healthData', title: 'Consumer health data'},
  {value: 'accessibility', title: 'Accessibility statement'},
] as const
export type LegalNotice = (typeof legalNotices)[number]['value']

/** Staff are reminded of these while they are missing. A consumer health data notice depends on the state. */
export const requiredNotices = [
  'nondiscrimination',
  'languageAssistance',
  'privacyPractices',
  'websitePrivacy',
  'accessibility',
] as const satisfies readonly LegalNotice[]

/**
 * Languages in which a clinic may offer help: those most spoken in the United States by people with little English.
 * `value` is the BCP 47 tag, `name` what its speakers call it, `direction` how it is written.
 */
export const helpLanguages = [
  {value: 'en', title: 'English', name: 'English', direction: 'ltr'},
  {value: 'es', title: 'Spanish', name: 'Español', direction: 'ltr'},
  {value: 'zh-Hans', title: 'Chinese (simplified)', name: '简体中文', direction: 'ltr'},
  {value: 'zh-Hant', title: 'Chinese (traditional)', name: '繁體中文', direction: 'ltr'},
  {value: 'vi', title: 'Vietnamese', name: 'Tiếng Việt', direction: 'ltr'},
  {value: 'tl', title: 'Tagalog', name: 'Tagalog', direction: 'ltr'},
  {value: 'ko', title: 'Korean', name: '한국어', direction: 'ltr'},
  {value: 'ru', title: 'Russian', name: 'Русский', direction: 'ltr'},
  {value: 'ar', title: 'Arabic', name: 'العربية', direction: 'rtl'},
  {value: 'ht', title: 'Haitian Creole', name: 'Kreyòl ayisyen', direction: 'ltr'},
  {value: 'pt', title: 'Portuguese', name: 'Português', direction: 'ltr'},
  {value: 'fr', title: 'French', name: 'Français', direction: 'ltr'},
  {value: 'pl', title: 'Polish', name: 'Polski', direction: 'ltr'},
  {value: 'it', title: 'Italian', name: 'Italiano', direction: 'ltr'},
  {value: 'de', title: 'German', name: 'Deutsch', direction: 'ltr'},
  {value: 'ja', title: 'Japanese', name: '日本語', direction: 'ltr'},
  {value: 'fa', title: 'Farsi', name: 'فارسی', direction: 'rtl'},
  {value: 'ur', title: 'Urdu', name: 'اردو', direction: 'rtl'},
  {value: 'hi', title: 'Hindi', name: 'हिन्दी', direction: 'ltr'},
  {value: 'gu', title: 'Gujarati', name: 'ગુજરાતી', direction: 'ltr'},
  {value: 'bn', title: 'Bengali', name: 'বাংলা', direction: 'ltr'},
  {value: 'pa', title: 'Punjabi', name: 'ਪੰਜਾਬੀ', direction: 'ltr'},
  {value: 'ne', title: 'Nepali', name: 'नेपाली', direction: 'ltr'},
  {value: 'uk', title: 'Ukrainian', name: 'Українська', direction: 'ltr'},
  {value: 'km', title: 'Khmer', name: 'ខ្មែរ', direction: 'ltr'},
  {value: 'lo', title: 'Lao', name: 'ລາວ', direction: 'ltr'},
  {value: 'th', title: 'Thai', name: 'ไทย', direction: 'ltr'},
  {value: 'my', title: 'Burmese', name: 'မြန်မာ', direction: 'ltr'},
  {value: 'hmn', title: 'Hmong', name: 'Hmoob', direction: 'ltr'},
  {value: 'hy', title: 'Armenian', name: 'Հայերեն', direction: 'ltr'},
  {value: 'am', title: 'Amharic', name: 'አማርኛ', direction: 'ltr'},
  {value: 'so', title: 'Somali', name: 'Soomaali', direction: 'ltr'},
  {value: 'sw', title: 'Swahili', name: 'Kiswahili', direction: 'ltr'},
  {value: 'ta', title: 'Tamil', name: 'தமிழ்', direction: 'ltr'},
  {value: 'te', title: 'Telugu', name: 'తెలుగు', direction: 'ltr'},
  {value: 'he', title: 'Hebrew', name: 'עברית', direction: 'rtl'},
  {value: 'yi', title: 'Yiddish', name: 'ייִדיש', direction: 'rtl'},
  {value: 'ro', title: 'Romanian', name: 'Română', direction: 'ltr'},
  {value: 'sq', title: 'Albanian', name: 'Shqip', direction: 'ltr'},
  {value: 'el', title: 'Greek', name: 'Ελληνικά', direction: 'ltr'},
  {value: 'pdc', title: 'Pennsylvania Dutch', name: 'Deitsch', direction: 'ltr'},
  {value: 'nv', title: 'Navajo', name: 'Diné bizaad', direction: 'ltr'},
  {value: 'sm', title: 'Samoan', name: 'Gagana Sāmoa', direction: 'ltr'},
  {value: 'ilo', title: 'Ilocano', name: 'Ilokano', direction: 'ltr'},
] as const
export type HelpLanguage = (typeof helpLanguages)[number]['value']

/** Schemes a link in content may use; anything else (`javascript:`, `data:`, `//host`) is refused. */
export const linkSchemes = ['http', 'https', 'mailto', 'tel'] as const

export const proseStyles = [
  {value: 'normal', title: 'Text'},
  {value: 'h3', title: 'Heading'},
  {value: 'h4', title: 'Small heading'},
] as const
export type ProseStyle = (typeof proseStyles)[number]['value']

export const proseLists = [
  {value: 'bullet', title: 'Bulleted list'},
  {value: 'number', title: 'Numbered list'},
] as const
export type ProseList = (typeof proseLists)[number]['value']

export const proseMarks = [
  {value: 'strong', title: 'Bold'},
  {value: 'em', title: 'Italic'},
  {value: 'sup', title: 'Superscript'},
  {value: 'sub', title: 'Subscript'},
] as const
export type ProseMark = (typeof proseMarks)[number]['value']

export const proseAnnotations = ['link', 'internalLink'] as const
export type ProseAnnotation = (typeof proseAnnotations)[number]

/** Objects that may stand between the paragraphs of a text. */
export const proseBlocks = [
  'table',
  'callout',
  'adviceList',
  'figure',
  'download',
  'urgentHelp',
  'languageNotice',
] as const
export type ProseBlockType = (typeof proseBlocks)[number]

/** What staff read for a stored value; the value itself where the list does not know it. */
export function titleFor(list: readonly Choice[], value: string | null | undefined): string {
  return list.find((choice) => choice.value === value)?.title ?? value ?? ''
}
