'use client'

/**
 * What an editor's browser adds to a draft: frames around its words that open their field in the Studio, and a page that
 * follows while somebody types. The layout draws it for a valid preview session only; visitors never load any of it.
 */
import {useRouter} from 'next/navigation'
import {VisualEditing as Overlays, type VisualEditingProps} from 'next-sanity/visual-editing/client-component'
import {useCallback, useRef, useState} from 'react'

type Refresh = NonNullable<VisualEditingProps['refresh']>
type ChangePerspective = NonNullable<VisualEditingProps['onPerspectiveChange']>

/** `waits` is said while the draft cannot be shown. */
export function VisualEditing({waits}: {waits: string}) {
  const router = useRouter()
  const [isWaiting, setWaiting] = useState(false)
  const running = useRef<Promise<void> | null>(null)
  const again = useRef(false)

  /** One look at a time; what was typed meanwhile is seen by one more. */
  const follow = useCallback((): Promise<void> => {
    again.current = true
    running.current ??= (async () => {
      while (again.current) {
        again.current = false
        // A draft that is not finished, or whose address was just changed, has no page: the last good one stays.
        const isThere = await canBeShown()
        setWaiting(!isThere)
        if (isThere) router.refresh()
      }
    })().finally(() => {
      running.current = null
    })
    return running.current
  }, [router])

  const refresh = useCallback<Refresh>(
    ({source}) => {
      if (source === 'mutation') return follow()
      window.location.reload()
      return false
    },
    [follow],
  )

  const changePerspective = useCallback<ChangePerspective>(
    (perspective) => {
      const to = [perspective].flat().includes('published') ? 'published' : 'drafts'
      fetch(`/api/draft-mode/perspective?to=${to}`, {method: 'POST'}).then(
        ({status}) => (status === 200 ? follow() : undefined),
        () => undefined,
      )
    },
    [follow],
  )

  return (
    <>
      {isWaiting && (
        <p role="status" style={note}>
          {waits}
        </p>
      )}
      <Overlays refresh={refresh} onPerspectiveChange={changePerspective} />
    </>
  )
}

async function canBeShown(): Promise<boolean> {
  try {
    const response = await fetch(window.location.href, {
      method: 'HEAD',
      headers: {'x-draft-look': '1'},
      redirect: 'manual',
      cache: 'no-store',
    })
    return response.ok
  } catch {
    return false
  }
}

const note = {
  position: 'fixed',
  insetInline: 0,
  insetBlockEnd: 0,
  margin: 0,
  padding: '0.75rem 1rem',
  background: '#5c3b00',
  color: '#fff',
  textAlign: 'center',
  zIndex: 1,
} as const
