/** The clinic's colour as an editor chooses it: seen at once, with a verdict in words on whether it can be read. */
import {Box, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {type InputProps, set, unset} from 'sanity'
import {type BrandVerdict, brandPalette, brandVerdicts, grounds, type Scheme} from '@/lib/brand'
import {parseHex} from '@/lib/colour'

type Props = Pick<InputProps, 'value' | 'readOnly'> & {
  id?: string
  onChange: (patch: ReturnType<typeof set> | ReturnType<typeof unset>) => void
}

/** What the field and the color picker write: the short form of the web, or as it was typed until it is a color. */
const changeTo = (text: string) => (text.trim() === '' ? unset() : set(parseHex(text) ?? text))

export function BrandColor({value, readOnly, id, onChange}: Props) {
  const text = typeof value === 'string' ? value : ''
  const color = parseHex(text)
  return (
    <Stack gap={4}>
      <Flex gap={3} align="center">
        <input
          type="color"
          aria-label="Choose a color"
          value={color ?? '#0a625c'}
          disabled={readOnly}
          onChange={({currentTarget}) => onChange(changeTo(currentTarget.value))}
          style={{width: 44, height: 44, padding: 0, border: 0, background: 'none'}}
        />
        <Box flex={1}>
          <TextInput
            id={id}
            value={text}
            readOnly={readOnly}
            placeholder="#0a625c"
            onChange={({currentTarget}) => onChange(changeTo(currentTarget.value))}
          />
        </Box>
      </Flex>
      {color && (
        <>
          <Flex gap={3} wrap="wrap">
            <Sample color={color} scheme="light" />
            <Sample color={color} scheme="dark" />
          </Flex>
          <Stack gap={3} as="ul" style={{listStyle: 'none', padding: 0, margin: 0}}>
            {brandVerdicts(color).map((verdict) => (
              <Text key={verdict.use} as="li" size={1} muted={verdict.readable}>
                {verdictWords(verdict)}
              </Text>
            ))}
          </Stack>
        </>
      )}
    </Stack>
  )
}

/** `Links in it on a light page: 3.2 to 1, too faint to read. The website shows #7a6200 instead.` */
export function verdictWords({use, contrast, readable, instead}: BrandVerdict): string {
  const ratio = `${(Math.floor(contrast * 10) / 10).toString()} to 1`
  const verdict = `${use}: ${ratio}, ${readable ? 'easy to read' : 'too faint to read'}.`
  return instead && !readable ? `${verdict} The website shows ${instead} instead.` : verdict
}

/** A button and a link as the website draws them. */
function Sample({color, scheme}: {color: string; scheme: Scheme}) {
  const {accent, onAccent} = brandPalette(color)[scheme]
  const {paper} = grounds[scheme]
  return (
    <Card border radius={2} padding={3} style={{background: paper}}>
      <Flex gap={4} align="center">
        <span style={{background: accent, color: onAccent, padding: '10px 16px', borderRadius: 12, fontWeight: 600}}>
          Button
        </span>
        <span style={{color: accent, textDecoration: 'underline'}}>A link</span>
      </Flex>
    </Card>
  )
}
