import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from '@sanity/types'
import {languageField, referencesField, sampleField, slugField, tagsField, translationFields} from '../fields'
import {pageGroup, relatedGroup} from '../groups'
import {subtitle, translationPreview} from '../preview'
import {hasNameOfItsOwn} from '../uniqueness'

export const personType = defineType({
  name: 'person',
  title: 'Person',
  type: 'document',
  icon: UserIcon,
  groups: [
    {...pageGroup, title: 'Person'},
    {...relatedGroup, title: 'Work'},
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      group: 'page',
      description: 'Without letters after the name.',
      validation: (rule) => [rule.required().error('Write the name.'), rule.custom(hasNameOfItsOwn).warning()],
    }),
    slugField({source: 'name', example: 'maria-lopez', group: 'page'}),
    defineField({
      name: 'role',
      title: 'Job title',
      type: 'string',
      group: 'page',
      placeholder: 'Physical therapist',
      validation: (rule) => rule.required().error('Write the job title.'),
    }),
    defineField({
      name: 'credentials',
      title: 'Letters after the name',
      type: 'string',
      group: 'page',
      placeholder: 'MD',
    }),
    defineField({name: 'photo', title: 'Photo', type: 'picture', group: 'page'}),
    defineField({
      name: 'bio',
      title: 'About this person',
      type: 'prose',
      group: 'page',
      description: 'What a patient wants to know before the first visit.',
    }),
    defineField({
      name: 'acceptsNewPatients',
      title: 'Accepts new patients',
      type: 'boolean',
      group: 'related',
      initialValue: true,
    }),
    tagsField('specialties', 'Focus', 'What this person treats most. Press Enter after each.', 'related'),
    tagsField('languagesSpoken', 'Languages spoken', 'Press Enter after each.', 'related'),
    referencesField('locations', 'Works at', 'location', 'Where patients can see this person.', 'related'),
    referencesField('treatments', 'Treatments', 'treatment', 'What this person offers.', 'related'),
    referencesField(
      'conditions',
      'Conditions',
      'condition',
      'What this person treats; their pages then show this person. Leave empty to use the conditions that the treatments above are for.',
      'related',
    ),
    languageField('related'),
    ...translationFields('person', 'related'),
    sampleField,
  ],
  orderings: [{name: 'name', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {
      name: 'name',
      credentials: 'credentials',
      role: 'role',
      media: 'photo',
      language: 'language',
      sample: 'sample',
      ...translationPreview,
    },
    prepare: ({name, credentials, role, media, ...state}) => ({
      title: [name || 'New person', credentials].filter(Boolean).join(', '),
      subtitle: subtitle([role], state),
      media,
    }),
  },
})
