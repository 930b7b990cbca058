/** The sample clinic is what editors learn from: the Studio has no error to show on any of it. */
import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import {validateDocumentWithWorkspace} from '@sanity/validation'
import {getFallbackLocaleSource} from '@sanity/validation/_internal'
import {schemaTypes} from '@/sanity/schema'
import {sampleDocuments} from '@/sanity/seed/documents'
import {queryClient} from '../../support/query-client'

const schema = Schema.compile({name: 'clinic', types: [...builtinTypes, ...schemaTypes]})
const dates = {_createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z', _rev: 'r'}
const documents = sampleDocuments.map((document) => ({...dates, ...document}))
const client = queryClient(documents)

it.each(documents.map((document) => [document._id, document] as const))(
  'the Studio has no error to show on %s',
  async (_id, document) => {
    const markers = await validateDocumentWithWorkspace({
      document,
      workspace: {schema, getClient: () => client, i18n: getFallbackLocaleSource()},
      environment: 'studio',
      getDocumentExists: async ({id}) => documents.some((other) => other._id === id),
    })
    const errors = markers
      .filter(({level}) => level === 'error')
      .map(({path, message}) => `${JSON.stringify(path)}: ${message}`)
    // A drawing becomes an image when it is uploaded.
    expect(errors.filter((error) => !error.includes('"asset"'))).toEqual([])
  },
)
