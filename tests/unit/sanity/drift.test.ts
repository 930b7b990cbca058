/** The alarm itself is tested: each kind of drift between schema, query and contract is made on purpose and has to ring. */
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {z} from 'zod'
import {contract} from '@/sanity/contract'
import {driftOf, groqSchemaOf} from '../../support/contract-drift'

type Tones = readonly string[]

const noteBlock = (tones: Tones) =>
  defineType({
    name: 'note',
    type: 'object',
    fields: [
      defineField({name: 'tone', type: 'string', options: {list: [...tones]}, validation: (rule) => rule.required()}),
      defineField({name: 'text', type: 'text', validation: (rule) => rule.required()}),
    ],
  })

const pollBlock = defineType({name: 'poll', type: 'object', fields: [defineField({name: 'text', type: 'string'})]})

type Leaflet = {titleRequired?: boolean; tones?: Tones; blocks?: readonly string[]}

const leafletSchema = ({titleRequired = true, tones = ['calm', 'loud'], blocks = ['note']}: Leaflet = {}) =>
  groqSchemaOf([
    noteBlock(tones),
    pollBlock,
    defineType({
      name: 'leaflet',
      type: 'document',
      fields: [
        defineField({
          name: 'title',
          type: 'string',
          validation: (rule) => (titleRequired ? rule.required() : rule.max(80)),
        }),
        defineField({name: 'summary', type: 'text'}),
        defineField({
          name: 'see',
          type: 'array',
          of: [defineArrayMember({type: 'reference', to: [{type: 'leaflet'}]})],
        }),
        defineField({name: 'blocks', type: 'array', of: blocks.map((type) => defineArrayMember({type}))}),
      ],
    }),
  ])

const query = `*[_type == "leaflet" && _id == $id][0]{
  _id, title, summary, "see": coalesce((see[]->{_id, title})[defined(_id)], []),
  "blocks": coalesce(blocks[]{_type, _key, _type == "note" => {tone, text}}, [])
}`

const answer = z.strictObject({
  _id: z.string(),
  title: z.string(),
  summary: z.string().nullable(),
  see: z.array(z.strictObject({_id: z.string(), title: z.string()})),
  blocks: z.array(
    z.discriminatedUnion('_type', [
      z.strictObject({_type: z.literal('note'), _key: z.string(), tone: z.enum(['calm', 'loud']), text: z.string()}),
    ]),
  ),
})

const leaflet = (asked = query, expected: z.ZodType = answer.nullable()) =>
  contract('leaflet', asked, expected, {lists: []})

it('is silent while schema, query and contract agree', () => {
  expect(driftOf(leaflet(), leafletSchema())).toEqual([])
})

it('rings when a field that pages rely on is no longer required in the Studio', () => {
  expect(driftOf(leaflet(), leafletSchema({titleRequired: false}))).toEqual([
    'title: Invalid input: expected string, received null',
    'see.[].title: Invalid input: expected string, received null',
  ])
})

it('rings when a field is misspelt in the query, even where the contract would take the null', () => {
  expect(driftOf(leaflet(query.replace(' summary,', ' "summary": sumary,')), leafletSchema())).toEqual([
    '$.summary: no such field',
  ])
})

it('rings when the Studio offers a choice that the contract does not know', () => {
  expect(driftOf(leaflet(), leafletSchema({tones: ['calm', 'loud', 'shrill']}))).toEqual([
    'blocks.[].tone: Invalid option: expected one of "calm"|"loud"',
  ])
})

it('rings when the Studio has a block that the contract does not know', () => {
  expect(driftOf(leaflet(), leafletSchema({blocks: ['note', 'poll']}))).toEqual([
    expect.stringContaining('blocks.[]._type: Invalid discriminator value'),
  ])
})

it('rings when the query fetches what nobody reads', () => {
  expect(driftOf(leaflet(query.replace('summary,', 'summary, "age": _createdAt,')), leafletSchema())).toEqual([
    ': Unrecognized key: "age"',
  ])
})

it('rings when the contract wants what the query leaves out', () => {
  expect(driftOf(leaflet(query.replace('summary,', '')), leafletSchema())).toEqual([
    expect.stringContaining('summary: Invalid input: expected string, received undefined'),
  ])
})

it('rings when a list may be missing', () => {
  const bare = query.replace('coalesce((see[]->{_id, title})[defined(_id)], [])', 'see[]->{_id, title}')
  expect(driftOf(leaflet(bare), leafletSchema())).toEqual(['see: Invalid input: expected array, received null'])
})

it('does not take a field that only one kind of document has for a misspelling', () => {
  const both = contract(
    'either',
    '*[_type in ["leaflet", "booklet"]]{_id, "pages": pages}',
    z.array(z.strictObject({_id: z.string(), pages: z.number().nullable()})),
    {lists: []},
  )
  const schema = [
    ...leafletSchema(),
    ...groqSchemaOf([
      defineType({name: 'booklet', type: 'document', fields: [defineField({name: 'pages', type: 'number'})]}),
    ]).filter(({name}) => name === 'booklet'),
  ]
  expect(driftOf(both, schema)).toEqual([])
})
