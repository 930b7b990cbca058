/** The tab "Share": the page's address, how it looks when somebody shares it, and its QR code. */
import {CopyIcon} from '@sanity/icons/Copy'
import {DownloadIcon} from '@sanity/icons/Download'
import {RefreshIcon} from '@sanity/icons/Refresh'
import {Box, Button, Card, Flex, Grid, Heading, Spinner, Stack, Text, TextInput} from '@sanity/ui'
import {useCallback, useEffect, useState} from 'react'
import {qrAddressFor} from '@/lib/qr-address'
import {sharedPageOf} from './page-of'
import {type SharedPage, sharedPageIn} from './shared-page'

type Fields = Readonly<Record<string, unknown>>
type Props = {document: {published: Fields | null; draft: Fields | null}}

type Found = {state: 'asking'} | {state: 'failed'} | {state: 'found'; page: SharedPage}

export function ShareView({document: {published, draft}}: Props) {
  const path = sharedPageOf(published)
  if (!path) {
    return (
      <Flex padding={5} justify="center">
        <Text muted>Publish this first. Then its address, its card and its QR code are here.</Text>
      </Flex>
    )
  }
  // With each publication the page is looked at anew.
  return <SharedAs key={`${path} ${published?._rev}`} path={path} hasDraft={draft !== null} />
}

function SharedAs({path, hasDraft}: {path: string; hasDraft: boolean}) {
  const [found, setFound] = useState<Found>({state: 'asking'})

  const look = useCallback(
    async (signal?: AbortSignal) => {
      try {
        // Without cookies: an editor's preview is not what a network reads.
        const response = await fetch(path, {credentials: 'omit', cache: 'no-store', ...(signal && {signal})})
        const page = response.ok ? sharedPageIn(await response.text()) : null
        setFound(page ? {state: 'found', page} : {state: 'failed'})
      } catch {
        if (!signal?.aborted) setFound({state: 'failed'})
      }
    },
    [path],
  )

  useEffect(() => {
    const asked = new AbortController()
    void look(asked.signal)
    return () => asked.abort()
  }, [look])

  if (found.state === 'asking') {
    return (
      <Flex padding={5} justify="center">
        <Spinner muted />
      </Flex>
    )
  }
  const again = <Button icon={RefreshIcon} mode="ghost" text="Look again" onClick={() => void look()} />
  if (found.state === 'failed') {
    return (
      <Stack padding={5} gap={4}>
        <Text muted>The page could not be read. It may take a moment after publishing.</Text>
        <Box>{again}</Box>
      </Stack>
    )
  }
  const {page} = found
  return (
    <Stack padding={4} gap={5}>
      <Address url={page.url} />
      <Stack gap={3}>
        <Flex align="center" justify="space-between">
          <Heading as="h2" size={1}>
            When somebody shares it
          </Heading>
          {again}
        </Flex>
        <Text size={1} muted>
          {hasDraft ? 'This is the published page. Your changes show here once they are published. ' : ''}
          Facebook, LinkedIn and others keep a card for up to a week.
          {page.isHidden ? ' Search engines do not list this page; it can be shared all the same.' : ''}
        </Text>
        <Cards page={page} />
      </Stack>
      <QrCode path={path} url={page.url} />
    </Stack>
  )
}

function Address({url}: {url: string}) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setSaid('Copied'),
      () => setSaid('It could not be copied. Select the address and copy it.'),
    )
  return (
    <Stack gap={3}>
      <Heading as="h2" size={1}>
        Address
      </Heading>
      <Flex gap={2}>
        <Box flex={1}>
          <TextInput aria-label="Address of the page" readOnly value={url} />
        </Box>
        <Button icon={CopyIcon} text="Copy" onClick={copy} />
      </Flex>
      <Text size={1} muted role="status">
        {said}
      </Text>
    </Stack>
  )
}

/** The two ways in which networks draw a page: a wide card, and a small square beside the words. */
const Cards = ({page}: {page: SharedPage}) => (
  <Grid gridTemplateColumns={[1, 1, 2]} gap={4}>
    <Card border radius={3} overflow="hidden">
      <img src={page.image} alt={page.imageText} style={{display: 'block', width: '100%', aspectRatio: '1200 / 630'}} />
      <Stack padding={3} gap={3}>
        <Text size={1} muted>
          {page.siteName}
        </Text>
        <Text weight="semibold">{page.title}</Text>
        <Text size={1} muted>
          {page.text}
        </Text>
      </Stack>
    </Card>
    <Card border radius={3} overflow="hidden" style={{alignSelf: 'start'}}>
      <Flex>
        <img src={page.image} alt="" style={{display: 'block', width: 110, height: 110, objectFit: 'cover'}} />
        <Stack padding={3} gap={3} flex={1}>
          <Text size={1} weight="semibold" textOverflow="ellipsis">
            {page.title}
          </Text>
          <Text size={0} muted textOverflow="ellipsis">
            {page.text}
          </Text>
          <Text size={0} muted>
            {new URL(page.url).host}
          </Text>
        </Stack>
      </Flex>
    </Card>
  </Grid>
)

function QrCode({path, url}: {path: string; url: string}) {
  const address = qrAddressFor(path)
  return (
    <Stack gap={3}>
      <Heading as="h2" size={1}>
        QR code for posters and leaflets
      </Heading>
      <Flex gap={4} align="center" wrap="wrap">
        <img src={address} alt={`QR code that leads to ${url}`} width={160} height={160} />
        <Stack gap={4}>
          <Text size={1} muted>
            Print it at least 1 inch wide, and the address below it. Try it with a phone before you print many.
          </Text>
          <Box>
            <Button as="a" icon={DownloadIcon} text="Download as SVG" href={address} download />
          </Box>
        </Stack>
      </Flex>
    </Stack>
  )
}
