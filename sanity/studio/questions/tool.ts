/** The tool "Questions": what patients asked through the website. `/studio/questions/K7Q4-9XRT` opens one. */
import {InboxIcon} from '@sanity/icons/Inbox'
import {definePlugin} from 'sanity'
import {route} from 'sanity/router'
import {Gate} from './gate'

export const questions = definePlugin({
  name: 'questions',
  tools: [
    {
      name: 'questions',
      title: 'Questions',
      icon: InboxIcon,
      component: Gate,
      router: route.create('/', [route.create('/:reference')]),
    },
  ],
})
