/** Is the lake there? Asked with a question that reads nothing, so that a large clinic's check costs no more. */
import {env} from '@/lib/env'
import {lakeClient} from './client'

/** `ready`, or one sentence that says what is wrong. */
export async function lakeHealth(): Promise<string> {
  try {
    const answer: unknown = await lakeClient().fetch('"well"', {}, {tag: 'health'})
    return answer === 'well' ? 'ready' : 'the Content Lake answers with nonsense'
  } catch {
    return `the Content Lake does not answer at ${env.lakeUrl ?? `project ${env.projectId}`}`
  }
}
