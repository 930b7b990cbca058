import type {ReactNode} from 'react'

/** One component in one of its states. */
export type Example = {
  /** The component, by its name in the code. */
  readonly component: string
  /** What is special about this example; null where there is one only. */
  readonly variant: string | null
  /** What the component is for, and when to use it. */
  readonly about: string
  /** Does it span the page, as the header does? */
  readonly wide?: boolean
  readonly draw: () => ReactNode
}
