/** Above the lists: one tab for each state with its count, insights, a search, and taking data out. */
import {BarChartIcon} from '@sanity/icons/BarChart'
import {DownloadIcon} from '@sanity/icons/Download'
import {SearchIcon} from '@sanity/icons/Search'
import {Button, Card, Flex, Tab, TabList, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {type EnquiryState, enquiryStates} from '@/lib/enquiries/enquiry'
import {longestSearch, type Standing} from '@/lib/enquiries/inbox-shape'
import {ExportDialog} from './export-dialog'
import type {InboxApi} from './inbox-api'
import type {Place} from './inbox-state'
import {age, stateTitles} from './wording'

type InboxBarProps = {
  standing: Standing
  place: Place
  api: InboxApi
  onGo: (place: Place) => void
  onError: (error: unknown) => void
}

export function InboxBar({standing, place, api, onGo, onError}: InboxBarProps) {
  const [words, setWords] = useState('')
  const [isExporting, setIsExporting] = useState(false)
  const tabs = [
    ...enquiryStates.map((state) => ({
      id: state,
      label: `${stateTitles[state]} ${standing.counts[state]}`,
      title: waiting(standing, state),
      icon: undefined,
      selected: place.is === 'state' && place.state === state,
      to: {is: 'state', state} as const,
    })),
    {
      id: 'insights',
      label: 'Insights',
      title: undefined,
      icon: BarChartIcon,
      selected: place.is === 'insights',
      to: {is: 'insights'} as const,
    },
  ]
  return (
    <Card borderBottom padding={2}>
      <Flex gap={2} wrap="wrap" align="center" justify="space-between">
        <TabList gap={1} style={{flexWrap: 'wrap'}}>
          {tabs.map(({id, label, title, icon, selected, to}) => (
            <Tab
              key={id}
              id={`questions-tab-${id}`}
              aria-controls="questions-panel"
              label={label}
              selected={selected}
              onClick={() => onGo(to)}
              {...(title && {title})}
              {...(icon && {icon})}
            />
          ))}
        </TabList>
        <Flex gap={2} align="center" flex={1} justify="flex-end" style={{minWidth: '16rem'}}>
          <search style={{flex: 1, maxWidth: '22rem'}}>
            <form
              onSubmit={(event) => {
                event.preventDefault()
                if (words.trim().length >= 2) onGo({is: 'search', words: words.trim()})
              }}
            >
              <TextInput
                aria-label="Search all questions"
                placeholder="Search all questions"
                icon={SearchIcon}
                value={words}
                maxLength={longestSearch}
                autoComplete="off"
                spellCheck={false}
                clearButton={words !== ''}
                onClear={() => {
                  setWords('')
                  if (place.is === 'search') onGo({is: 'state', state: 'new'})
                }}
                onChange={({currentTarget}) => setWords(currentTarget.value)}
              />
            </form>
          </search>
          <Button icon={DownloadIcon} mode="ghost" text="Export" onClick={() => setIsExporting(true)} />
        </Flex>
      </Flex>
      {isExporting && (
        <ExportDialog
          api={api}
          state={place.is === 'state' ? place.state : 'new'}
          onClose={() => setIsExporting(false)}
          onError={onError}
        />
      )}
    </Card>
  )
}

function waiting({oldest, now}: Standing, state: EnquiryState): string {
  const since = oldest[state]
  return since === null ? 'None' : `The oldest came ${age(since, now)} ago`
}
