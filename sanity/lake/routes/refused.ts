/**
 * What of @sanity/client the lake does not honour, each refused under the name of the method, so that whoever calls it
 * reads what is missing and not an address. The first address that fits counts.
 */
import {notHonoured} from '../lake-error.ts'
import type {Route} from '../router.ts'

type Method = Route[0]

const ANY: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const REFUSED: readonly (readonly [methods: readonly Method[], pattern: string, name: string])[] = [
  [['PUT'], '/datasets/:name', 'client.datasets.create'],
  [['PATCH'], '/datasets/:name', 'client.datasets.edit'],
  [['DELETE'], '/datasets/:name', 'client.datasets.delete'],
  [['GET'], '/datasets/:name/settings/embeddings', 'client.datasets.getEmbeddingsSettings'],
  [['PUT'], '/datasets/:name/settings/embeddings', 'client.datasets.editEmbeddingsSettings'],
  [['GET'], '/projects/:project/datasets/:name/settings/embeddings', 'client.datasets.getEmbeddingsSettings'],
  [['PUT'], '/projects/:project/datasets/:name/settings/embeddings', 'client.datasets.editEmbeddingsSettings'],
  [['POST'], '/agent/action/generate/:dataset', 'client.agent.action.generate'],
  [['POST'], '/agent/action/transform/:dataset', 'client.agent.action.transform'],
  [['POST'], '/agent/action/translate/:dataset', 'client.agent.action.translate'],
  [['POST'], '/agent/action/prompt/:dataset', 'client.agent.action.prompt'],
  [['POST'], '/agent/action/patch/:dataset', 'client.agent.action.patch'],
  [['GET'], '/media-libraries/:library/video/:instance/playback-info', 'client.mediaLibrary.video.getPlaybackInfo'],
  [['POST'], '/media-libraries/:library/upload', 'client.assets.upload to a media library'],
  [ANY, '/media-libraries/:rest+', 'A media library'],
  [ANY, '/canvases/:rest+', 'A canvas'],
  [ANY, '/dashboards/:rest+', 'A dashboard'],
  [ANY, '/knowledge-bases/:rest+', 'A knowledge base'],
  [ANY, '/collaboration/comments/:rest+', 'client.collaboration.comments'],
  [ANY, '/collaboration/comments', 'client.collaboration.comments'],
  [['POST'], '/functions/:id/invoke', 'client.functions.invoke'],
  [['GET'], '/blueprints/stacks/:id', 'client.functions.invoke'],
  [['POST'], '/functions/durables/callback/:id/:outcome', 'client.functions.durables'],
  [ANY, '/context/:rest+', 'client.context'],
  [ANY, '/graphql/:rest+', 'GraphQL'],
  [ANY, '/hooks/:rest+', 'The HTTP API of webhooks ("lake webhook" on the command line manages them)'],
  [ANY, '/schedules/:rest+', 'Scheduled publishing'],
]

export const refusedRoutes = (): Route[] =>
  REFUSED.flatMap(([methods, pattern, name]) =>
    methods.map((method): Route => {
      return [
        method,
        pattern,
        () => {
          throw notHonoured(name)
        },
      ]
    }),
  )
