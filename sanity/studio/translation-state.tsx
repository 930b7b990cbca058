/** What an editor sees of a translation's state: a badge beside the title, and a note above the form. */
import {Card, Stack, Text} from '@sanity/ui'
import {type DocumentBadgeComponent, type InputProps, useEditState} from 'sanity'
import {IntentLink} from 'sanity/router'
import {defaultLanguage} from '@/sanity/vocabulary'
import {lagsBehind, originalOf, stillInOriginal} from './translations'

export const translationBadge: DocumentBadgeComponent = ({id, type, draft, published}) => {
  const shown = draft ?? published
  const original = originalOf(shown)
  const source = useEditState(original ?? id, type)
  if (!shown || !original || !lagsBehind(shown, source.published)) return null
  return {
    label: 'Older than the English page',
    title: 'The English page was published anew after this translation was made.',
    color: 'warning',
  }
}

type Value = Readonly<Record<string, unknown>>

const isValue = (value: unknown): value is Value => typeof value === 'object' && value !== null

/** The whole form of a translation, with what there is to do above it. Other forms are drawn as they are. */
export function FormWithTranslationNote(props: InputProps) {
  const {value} = props
  const original = isValue(value) && value.language !== defaultLanguage ? originalOf(value) : null
  if (!isValue(value) || original === null) return props.renderDefault(props)
  return (
    <Stack gap={4}>
      <TranslationNote value={value} original={original} type={props.schemaType.name} />
      {props.renderDefault(props)}
    </Stack>
  )
}

function TranslationNote({value, original, type}: {value: Value; original: string; type: string}) {
  const {published, ready} = useEditState(original, type)
  if (!ready) return null
  if (!published) return <Note tone="caution" lines={['The English original of this translation is not published.']} />
  const behind = lagsBehind(value, published)
  const left = stillInOriginal(value, published)
  if (!behind && left.length === 0) return null
  const changed = new Date(published._updatedAt).toLocaleDateString('en-US', {dateStyle: 'long'})
  return (
    <Note
      tone="caution"
      original={{id: original, type}}
      lines={[
        ...(behind
          ? [
              `The English page was changed on ${changed}, after this translation. Compare the two and change what is needed.`,
              'Then choose “Translation is up to date” in the menu beside Publish, and publish. Until then, patients read that the English page is newer.',
            ]
          : []),
        ...(left.length > 0 ? [`Still in English: ${passages(left)}`] : []),
      ]}
    />
  )
}

function passages(left: readonly string[]): string {
  const [first = ''] = left
  const quoted = `“${first.length > 80 ? `${first.slice(0, 80)}…` : first}”`
  return left.length === 1 ? quoted : `${left.length} passages, the first: ${quoted}`
}

type NoteProps = {tone: 'caution'; lines: readonly string[]; original?: {id: string; type: string}}

const Note = ({tone, lines, original}: NoteProps) => (
  <Card padding={4} radius={2} tone={tone} border>
    <Stack gap={3}>
      {lines.map((line) => (
        <Text key={line} size={1}>
          {line}
        </Text>
      ))}
      {original && (
        <Text size={1}>
          <IntentLink intent="edit" params={original}>
            Open the English page
          </IntentLink>
        </Text>
      )}
    </Stack>
  </Card>
)
