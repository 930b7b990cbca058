import {BellIcon} from '@sanity/icons/Bell'
import {CogIcon} from '@sanity/icons/Cog'
import {ColorWheelIcon} from '@sanity/icons/ColorWheel'
import {CommentIcon} from '@sanity/icons/Comment'
import {HomeIcon} from '@sanity/icons/Home'
import {MenuIcon} from '@sanity/icons/Menu'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {defaultLanguage, shareNetworks, timeZones, usualShareNetworks} from '@/sanity/vocabulary'
import {languageField, optionsOf, sampleField} from '../fields'
import {sharingGroup} from '../groups'
import {logoAdvice} from '../logo-advice'

const menuField = (name: string, title: string, description: string) =>
  defineField({
    name,
    title,
    type: 'array',
    group: 'menus',
    description,
    of: [defineArrayMember({type: 'menuItem'})],
  })

export const siteSettingsType = defineType({
  name: 'siteSettings',
  title: 'Website settings',
  type: 'document',
  icon: CogIcon,
  groups: [
    {name: 'clinic', title: 'Clinic', icon: CogIcon, default: true},
    {name: 'look', title: 'Look', icon: ColorWheelIcon},
    {name: 'notices', title: 'Notices', icon: BellIcon},
    {name: 'home', title: 'Home page', icon: HomeIcon},
    {name: 'menus', title: 'Menus', icon: MenuIcon},
    {name: 'replies', title: 'Replies', icon: CommentIcon},
    sharingGroup,
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name of the clinic',
      type: 'string',
      group: 'clinic',
      validation: (rule) => rule.required().error('Write the name of the clinic.'),
    }),
    defineField({
      name: 'tagline',
      title: 'Tagline',
      type: 'string',
      group: 'clinic',
      description: 'What you do, in a few words.',
    }),
    defineField({
      name: 'logo',
      title: 'Logo',
      type: 'picture',
      group: 'look',
      description: 'At the top of every page, beside the name. A transparent PNG or SVG looks best.',
      validation: (rule) => rule.custom(logoAdvice).warning(),
    }),
    defineField({
      name: 'logoDark',
      title: 'Logo for dark pages',
      type: 'picture',
      group: 'look',
      description:
        'Many phones show pages in light letters on a dark ground in the evening. Add a light version of the logo if yours is dark. Without one, a logo that could not be seen stands on a white plate.',
    }),
    defineField({
      name: 'brandColor',
      title: 'Main color',
      type: 'brandColor',
      group: 'look',
      // The clinic has one, whatever language a page is in.
      hidden: ({document}) => document?.language !== undefined && document.language !== defaultLanguage,
      description:
        'Buttons and links have this color. Where it would be too faint to read, the website shows the nearest color that can be read. Leave empty for the colors of the design.',
    }),
    defineField({
      name: 'phone',
      title: 'Main phone number',
      type: 'string',
      group: 'clinic',
      placeholder: '(312) 555-0100',
      description: 'Shown on every page.',
      validation: (rule) => rule.required().error('Write the main phone number.'),
    }),
    defineField({
      name: 'email',
      title: 'Email',
      type: 'email',
      group: 'clinic',
      description: 'Shown on the contact page. Leave empty if patients should call instead.',
    }),
    defineField({
      name: 'emergencyText',
      title: 'Emergency text',
      type: 'text',
      rows: 2,
      group: 'clinic',
      description: 'Shown on every page.',
      initialValue: 'If this is an emergency, call 911 or go to the nearest emergency room.',
      validation: (rule) => rule.required().error('Say what to do in an emergency.'),
    }),
    defineField({
      name: 'bookingUrl',
      title: 'Booking page',
      type: 'url',
      group: 'clinic',
      description: 'Where patients make an appointment online, if they can.',
      validation: (rule) => rule.uri({scheme: ['https', 'http']}).error('Begin with https://'),
    }),
    defineField({
      name: 'portalUrl',
      title: 'Patient portal',
      type: 'url',
      group: 'clinic',
      validation: (rule) => rule.uri({scheme: ['https', 'http']}).error('Begin with https://'),
    }),
    defineField({
      name: 'timeZone',
      title: 'Time zone',
      type: 'string',
      group: 'clinic',
      description: 'For “open now”, dates and days. The clinic has one: that of the English settings.',
      options: {list: optionsOf(timeZones)},
      initialValue: 'America/New_York',
      validation: (rule) => rule.required().error('Choose the time zone of the clinic.'),
    }),
    defineField({
      name: 'legalNote',
      title: 'Small print',
      type: 'text',
      rows: 3,
      group: 'clinic',
      description: 'At the very end of every page.',
    }),
    defineField({
      name: 'editorialPolicy',
      title: 'How you write and check your pages',
      type: 'reference',
      to: [{type: 'page'}],
      group: 'clinic',
      description:
        'The page that tells readers who writes and checks what you publish, and with which sources. Pages about health lead to it, and search engines are told of it.',
    }),
    {...languageField('clinic'), readOnly: true},
    defineField({
      name: 'notices',
      title: 'Notices on every page',
      type: 'array',
      group: 'notices',
      description:
        'A closure, the weather, urgent news. A notice appears at the top of every page at its start and leaves at its end, by itself, once you have published it.',
      of: [defineArrayMember({type: 'siteNotice'})],
    }),
    defineField({name: 'home', title: 'Home page', type: 'homePage', group: 'home'}),
    menuField('headerMenu', 'Menu at the top', 'Five entries or fewer work best.'),
    menuField('footerMenu', 'Menu at the bottom', 'Privacy notice, accessibility, and the like.'),
    defineField({
      name: 'replyTexts',
      title: 'Texts for replies to patients',
      type: 'array',
      group: 'replies',
      description:
        'Under Questions you put one of them into an e-mail with one click. They are part of the website’s content, which others can read: never write anything about a patient here.',
      of: [defineArrayMember({type: 'replyText'})],
    }),
    defineField({
      name: 'shareNetworks',
      title: 'Social networks to share a page on',
      type: 'array',
      group: 'sharing',
      description:
        'Plain links; nothing is loaded from these companies. Try each one you choose. Email, text message and “Copy link” are always offered.',
      // The list stands twice: here for the check boxes, at the member so that the extracted schema knows it is closed.
      of: [
        defineArrayMember({
          type: 'string',
          options: {list: optionsOf(shareNetworks)},
          validation: () => [],
        }),
      ],
      options: {list: optionsOf(shareNetworks)},
      initialValue: [...usualShareNetworks],
      // Settings of an older version hold "email" and the like; they must not keep an editor from publishing.
      validation: () => [],
    }),
    defineField({
      name: 'social',
      title: 'When someone shares a page',
      type: 'social',
      group: 'sharing',
      description: 'Used for pages that have no text or image of their own.',
    }),
    defineField({
      name: 'aiSearch',
      title: 'AI search may use this website',
      type: 'boolean',
      group: 'sharing',
      description:
        'Services that answer questions, such as ChatGPT or Perplexity, may read pages to answer and to link to them. Recommended: people in pain ask there, too.',
      initialValue: true,
    }),
    defineField({
      name: 'aiTraining',
      title: 'AI models may learn from this website',
      type: 'boolean',
      group: 'sharing',
      description:
        'What a model has learned cannot be corrected when you change a page, and it shows no date and no source. It is a request to the companies; most keep to it.',
      initialValue: false,
    }),
    sampleField,
  ],
  preview: {
    select: {name: 'name', media: 'logo'},
    prepare: ({name, media}) => ({title: 'Website settings', subtitle: name, media}),
  },
})
