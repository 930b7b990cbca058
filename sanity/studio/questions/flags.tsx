/** Words in a question that may mean that help cannot wait. */
import {Badge} from '@sanity/ui'
import type {RedFlagKind} from '@/lib/search/red-flags'
import {flagTitles} from './wording'

export const Flags = ({flags}: {flags: readonly RedFlagKind[]}) => (
  <>
    {flags.map((flag) => (
      <Badge key={flag} tone="critical">
        {flagTitles[flag]}
      </Badge>
    ))}
  </>
)
