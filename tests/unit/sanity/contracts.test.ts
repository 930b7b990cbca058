/**
 * Schema, query and contract are three facts, each stated once. Here they are held against each other: whatever the
 * Studio lets an editor enter, seen through a query, has to fit the contract of that query.
 */
import {readdirSync} from 'node:fs'
import path from 'node:path'
import {type Contract, isContract} from '@/sanity/contract'
import {schemaTypes} from '@/sanity/schema'
import {documentTypes} from '@/sanity/vocabulary'
import {driftOf, groqSchemaOf} from '../../support/contract-drift'

const folder = path.resolve('sanity/content')
const files = readdirSync(folder)
const contracts = files.flatMap((file) =>
  Object.values(jest.requireActual<Record<string, unknown>>(path.join(folder, file))).filter(isContract),
)
const schema = groqSchemaOf(schemaTypes)

it('finds the contract of every noun', () => {
  expect(contracts.map(({name}) => name).sort()).toEqual([
    'addresses',
    'condition',
    'conditions',
    'conditionsElsewhere',
    'crawlers',
    'download',
    'fact',
    'facts',
    'factsElsewhere',
    'faq',
    'home',
    'listing',
    'location',
    'locations',
    'locationsElsewhere',
    'page',
    'people',
    'peopleElsewhere',
    'person',
    'questionTopics',
    'questions',
    'questionsElsewhere',
    'redirect',
    'search',
    'settingsElsewhere',
    'site',
    'treatment',
    'treatments',
    'treatmentsElsewhere',
  ])
})

describe.each(contracts.map((contract): [string, Contract] => [contract.name, contract]))('%s', (_name, contract) => {
  it('asks only for fields that the schema has, and accepts every answer that the schema allows', () => {
    expect(driftOf(contract, schema)).toEqual([])
  })

  it('names only document types that exist as lists', () => {
    expect(contract.lists.filter((type) => !documentTypes.includes(type))).toEqual([])
  })
})
