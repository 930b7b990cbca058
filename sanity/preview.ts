/** Who may open a preview: whoever just wrote a secret to the lake, which takes the right to edit. */
import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {lakeClient} from './client'

/** An editor is told when something takes long; nobody else waits here. Milliseconds. */
const patience = 10_000

export type PreviewRequest = {
  readonly isValid: boolean
  readonly redirectTo?: string
  /** `published`, where the editor asked to see no draft. */
  readonly perspective?: 'published' | 'drafts'
}

/** Checks the address that the Studio made (`@sanity/preview-url-secret`). Not valid where the lake cannot be asked. */
export async function checkPreviewUrl(url: string): Promise<PreviewRequest> {
  try {
    const {studioPreviewPerspective, ...request} = await validatePreviewUrl(
      lakeClient().withConfig({timeout: patience}),
      url,
    )
    return {...request, perspective: studioPreviewPerspective === 'published' ? 'published' : 'drafts'}
  } catch {
    return {isValid: false}
  }
}
