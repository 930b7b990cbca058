/** Where questions come from and how fast they are answered: numbers only, nothing of a patient's. */
import {Badge, Card, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {type ReactNode, useEffect, useState} from 'react'
import type {Insights} from '@/lib/enquiries/inbox-shape'
import type {InboxApi} from './inbox-api'
import {span} from './wording'

/** Asked about so often without an answer on the page, a page is worth one. */
const often = 3

export function InsightsView({api, onError}: {api: InboxApi; onError: (error: unknown) => void}) {
  const [insights, setInsights] = useState<Insights | null>(null)
  useEffect(() => {
    let isWanted = true
    api.insights().then((found) => isWanted && setInsights(found), onError)
    return () => {
      isWanted = false
    }
  }, [api, onError])
  if (!insights) {
    return (
      <Flex padding={5} justify="center" role="status" aria-label="Counting">
        <Spinner muted />
      </Flex>
    )
  }
  const lacking = insights.pages.filter(({asked, faqs}) => asked >= often && faqs === 0)
  return (
    <Stack padding={4} gap={5} style={{maxWidth: '56rem'}}>
      <Text size={1} muted>
        Counted by page and month as questions come in. The numbers stay when the questions are deleted.
      </Text>
      {lacking.length > 0 && (
        <Card tone="caution" padding={3} radius={2} border>
          <Text size={1}>
            Asked about again and again, without one answer on the page:{' '}
            {lacking.map(({title, page}) => title ?? page).join(', ')}. Make an FAQ of the best question.
          </Text>
        </Card>
      )}
      <Table
        title="By page"
        head={['Page', 'Asked', 'Answered', 'Mean time to answer', 'FAQs on the page']}
        rows={insights.pages.map(({page, title, asked, answered, meanMinutes, faqs}) => ({
          key: page ?? '',
          cells: [
            page === null ? 'Not known' : (title ?? page),
            asked,
            answered,
            meanMinutes === null ? '–' : span(meanMinutes),
            <FaqCount key="faqs" count={faqs} isMissed={asked >= often && faqs === 0} />,
          ],
        }))}
      />
      <Table
        title="By month"
        head={['Month', 'Asked', 'Answered', 'Mean time to answer']}
        rows={insights.months.map(({month, asked, answered, meanMinutes}) => ({
          key: month,
          cells: [month, asked, answered, meanMinutes === null ? '–' : span(meanMinutes)],
        }))}
      />
    </Stack>
  )
}

const FaqCount = ({count, isMissed}: {count: number | null; isMissed: boolean}) =>
  isMissed ? <Badge tone="caution">None</Badge> : (count ?? '–')

type TableProps = {
  title: string
  head: readonly string[]
  rows: readonly {readonly key: string; readonly cells: readonly ReactNode[]}[]
}

const Table = ({title, head, rows}: TableProps) => (
  <Stack as="section" aria-label={title} gap={3}>
    <Heading as="h2" size={1}>
      {title}
    </Heading>
    {rows.length === 0 ? (
      <Text size={1} muted>
        Nothing was asked yet.
      </Text>
    ) : (
      <Card border radius={2} overflow="auto">
        <table style={{borderCollapse: 'collapse', width: '100%'}}>
          <thead>
            <tr>
              {head.map((name, at) => (
                <Cell as="th" key={name} isFirst={at === 0}>
                  <Text size={1} weight="medium">
                    {name}
                  </Text>
                </Cell>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({key, cells}) => (
              <tr key={key}>
                {cells.map((content, at) => (
                  <Cell as="td" key={head[at]} isFirst={at === 0}>
                    <Text size={1}>{content}</Text>
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    )}
  </Stack>
)

const Cell = ({as: Tag, isFirst, children}: {as: 'th' | 'td'; isFirst: boolean; children: ReactNode}) => (
  <Tag
    {...(Tag === 'th' && {scope: 'col'})}
    style={{padding: '.75rem', textAlign: isFirst ? 'left' : 'right', borderTop: '1px solid var(--card-border-color)'}}
  >
    {children}
  </Tag>
)
