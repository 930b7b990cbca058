import {createElement, type ReactElement} from 'react'
import type {Tool} from 'sanity'

/**
 * A tool of the Studio that leads to the lake's own pages about accounts. They open beside the Studio and not within it:
 * a page that takes passwords lets nobody put it in a frame.
 */
export const accountTool = (lakeUrl: string): Tool => ({
  name: 'account',
  title: 'Account',
  component: () => accountPage(lakeUrl),
})

const link = (href: string, title: string, about: string): ReactElement =>
  createElement(
    'li',
    {style: {margin: '0 0 1.25rem'}},
    createElement('a', {href, target: '_blank', rel: 'noopener', style: {fontWeight: 600, color: 'inherit'}}, title),
    createElement('div', {style: {marginTop: '.25rem'}}, about),
  )

function accountPage(lakeUrl: string): ReactElement {
  return createElement(
    'div',
    // The Studio's own words for its colors, so that this is light or dark with it.
    {
      style: {
        maxWidth: '36rem',
        padding: '2rem',
        font: '1rem/1.5 system-ui, sans-serif',
        color: 'var(--card-fg-color)',
      },
    },
    createElement('h1', {style: {fontSize: '1.375rem', margin: '0 0 1rem'}}, 'Account'),
    createElement(
      'ul',
      {style: {listStyle: 'none', margin: 0, padding: 0}},
      link(
        `${lakeUrl}/v1/auth/account`,
        'Your account',
        'Your name, e-mail address and password, and where you are signed in. Set a password to sign in without a link.',
      ),
      link(
        `${lakeUrl}/v1/auth/people`,
        'People and access',
        'For administrators: invite people, change what they may do, and make tokens for programs.',
      ),
    ),
    createElement('p', {style: {margin: 0}}, 'Both open in a new tab.'),
  )
}
