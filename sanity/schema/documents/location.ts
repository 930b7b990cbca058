import {PinIcon} from '@sanity/icons/Pin'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {languageField, sampleField, slugField, tagsField, translationFields} from '../fields'
import {pageGroup, sharingGroup} from '../groups'
import {subtitle, translationPreview} from '../preview'
import {hasNameOfItsOwn} from '../uniqueness'

export const locationType = defineType({
  name: 'location',
  title: 'Location',
  type: 'document',
  icon: PinIcon,
  groups: [
    {...pageGroup, title: 'Location'},
    {name: 'opening', title: 'Opening hours'},
    {name: 'visit', title: 'Getting here'},
    sharingGroup,
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Name',
      type: 'string',
      group: 'page',
      placeholder: 'Downtown clinic',
      validation: (rule) => [
        rule.required().error('Write the name of the location.'),
        rule.custom(hasNameOfItsOwn).warning(),
      ],
    }),
    slugField({source: 'title', example: 'downtown', group: 'page'}),
    defineField({
      name: 'address',
      title: 'Address',
      type: 'address',
      group: 'page',
      validation: (rule) => rule.required().error('Fill in the address.'),
    }),
    defineField({
      name: 'phone',
      title: 'Phone',
      type: 'string',
      group: 'page',
      placeholder: '(312) 555-0100',
      validation: (rule) => rule.required().error('Write the phone number.'),
    }),
    defineField({name: 'fax', title: 'Fax', type: 'string', group: 'page'}),
    defineField({
      name: 'acceptsNewPatients',
      title: 'Accepts new patients',
      type: 'boolean',
      group: 'page',
      initialValue: true,
    }),
    defineField({name: 'image', title: 'Image', type: 'picture', group: 'page'}),
    languageField('page'),
    ...translationFields('location', 'page'),
    defineField({
      name: 'hours',
      title: 'Opening hours',
      type: 'array',
      group: 'opening',
      description:
        'One entry for each day you are open; two for a day with a lunch break. Leave out days you are closed.',
      of: [defineArrayMember({type: 'hours'})],
    }),
    defineField({
      name: 'specialHours',
      title: 'Special days',
      type: 'array',
      group: 'opening',
      description: 'Holidays and other days that differ.',
      of: [defineArrayMember({type: 'specialHours'})],
    }),
    defineField({
      name: 'geo',
      title: 'Position on the map',
      type: 'geopoint',
      group: 'visit',
      description: 'Latitude and longitude, for search engines and map links.',
    }),
    defineField({name: 'directions', title: 'How to get here', type: 'text', rows: 3, group: 'visit'}),
    defineField({name: 'parking', title: 'Parking', type: 'text', rows: 2, group: 'visit'}),
    defineField({
      name: 'access',
      title: 'Access for people with a disability',
      type: 'text',
      rows: 2,
      group: 'visit',
      description: 'Step-free entrance, elevator, accessible restroom, hearing loop.',
    }),
    tagsField('languagesSpoken', 'Languages spoken', 'Press Enter after each.', 'visit'),
    tagsField('insurance', 'Insurance we take', 'Press Enter after each.', 'visit'),
    defineField({name: 'social', title: 'When someone shares this page', type: 'social', group: 'sharing'}),
    defineField({name: 'search', title: 'In search engines', type: 'search', group: 'sharing'}),
    sampleField,
  ],
  orderings: [{name: 'title', title: 'Name', by: [{field: 'title', direction: 'asc'}]}],
  preview: {
    select: {
      title: 'title',
      city: 'address.city',
      phone: 'phone',
      media: 'image',
      language: 'language',
      sample: 'sample',
      ...translationPreview,
    },
    prepare: ({title, city, phone, media, ...state}) => ({
      title: title || 'New location',
      subtitle: subtitle([city, phone], state),
      media,
    }),
  },
})
