/** Every operator and function of the GROQ specification, each with what it answers and what it makes of nonsense. */
import {describe, expect, test} from '@jest/globals'
import type {LakeDocument} from '../../../sanity/lake/document.ts'
import type {JsonRecord} from '../../../sanity/lake/json.ts'
import {indexed} from '../../support/indexed'

const system = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}
const ref = (_ref: string) => ({_type: 'reference', _ref})

const documents: LakeDocument[] = [
  {
    ...system,
    _id: 'walk',
    _type: 'exercise',
    name: 'A brisk walk',
    minutes: 30,
    easy: true,
    tags: ['outside', 'legs', null],
    place: {town: 'Hill', floor: 0},
    plan: [
      {_key: 'a', day: 'Monday', minutes: 20, with: ref('ann')},
      {_key: 'b', day: 'Friday', minutes: 40, with: ref('bob')},
    ],
    coach: ref('ann'),
    at: '2026-03-01T08:00:00Z',
    text: [
      {
        _type: 'block',
        children: [
          {_type: 'span', text: 'Start '},
          {_type: 'span', text: 'slowly.'},
        ],
      },
      {_type: 'image', asset: ref('picture')},
      {_type: 'block', children: [{_type: 'span', text: 'Then hurry.'}]},
    ],
  },
  {
    ...system,
    _id: 'swim',
    _type: 'exercise',
    name: 'Swim',
    minutes: 45,
    easy: false,
    tags: ['water'],
    coach: ref('bob'),
  },
  {...system, _id: 'rest', _type: 'exercise', name: 'Rest', minutes: null, coach: ref('nobody')},
  {...system, _id: 'ann', _type: 'coach', name: 'Ann', mentor: ref('bob')},
  {...system, _id: 'bob', _type: 'coach', name: 'Bob'},
  {...system, _id: 'drafts.bob', _type: 'coach', name: 'Bob, the draft'},
  {...system, _id: 'versions.spring.bob', _type: 'coach', name: 'Bob in spring'},
  {...system, _id: '_.releases.spring', _type: 'system.release', name: 'spring'},
]

const {queries, index} = indexed(documents)

const answerTo = (query: string, params: JsonRecord = {}): unknown =>
  JSON.parse(JSON.stringify(queries.run({query, params, identity: 'someone'}, index).result))

type Row = [query: string, answer: unknown, params?: JsonRecord]

const walk = '*[_id == "walk"][0]'

const chapters: Record<string, Row[]> = {
  'what is written down': [
    ['42', 42],
    ['-3.5', -3.5],
    ['1e3', 1000],
    ['"text"', 'text'],
    ['"\\u00e9\\n"', 'é\n'],
    ['true', true],
    ['false', false],
    ['null', null],
    ['[1, "two", [3]]', [1, 'two', [3]]],
    ['[1, ...[2, 3], ...4]', [1, 2, 3]],
    ['{"a": 1, "b": {"c": 2}}', {a: 1, b: {c: 2}}],
    ['{"a": 1, ...{"b": 2, "a": 3}}', {a: 3, b: 2}],
    ['{..."text", "a": 1}', {a: 1}],
    ['$given', {deep: [1]}, {given: {deep: [1]}}],
  ],
  'and, or, not': [
    ['[true && true, true && false, false && null, true && null, null && null]', [true, false, false, null, null]],
    ['[true || null, false || false, false || null, null || true, "a" || true]', [true, false, null, true, true]],
    ['[!true, !false, !null, !"text", !1]', [false, true, null, null, null]],
  ],
  'equal and unequal': [
    [
      '[1 == 1, 1 == 1.0, 1 == 2, "a" == "a", "a" == "A", true == true, null == null]',
      [true, true, false, true, false, true, true],
    ],
    ['[1 == "1", 0 == false, null == false, [1] == [1], {"a": 1} == {"a": 1}]', [false, false, false, false, false]],
    ['[1 != 2, 1 != 1, 1 != "1", [1] != [1]]', [true, false, true, true]],
    ['dateTime("2026-01-01T00:00:00Z") == dateTime("2026-01-01T01:00:00+01:00")', true],
  ],
  'less and greater': [
    ['[1 < 2, 2 < 1, 2 <= 2, 3 > 2, 2 >= 3]', [true, false, true, true, false]],
    ['["a" < "b", "b" <= "a", "B" < "a", "ab" > "a"]', [true, false, true, true]],
    ['[false < true, true > false]', [true, true]],
    ['[1 < "2", null < 1, [1] < [2], {} > 1]', [null, null, null, null]],
    ['dateTime("2026-01-01T00:00:00Z") < dateTime("2026-01-02T00:00:00Z")', true],
  ],
  'in a range, in a list, in a path': [
    ['[2 in 1..3, 3 in 1..3, 3 in 1...3, 0 in 1..3]', [true, true, false, false]],
    ['["b" in "a".."c", 1 in "a".."c", null in 1..2]', [true, null, null]],
    ['[1 in [1, 2], "a" in ["b"], null in [null], [1] in [[1]]]', [true, false, true, false]],
    ['[1 in 1, 1 in null, 1 in {"a": 1}]', [null, null, null]],
    [
      '["a.b" in path("a.*"), "a.b.c" in path("a.*"), "a.b.c" in path("a.**"), "a" in path("a.*")]',
      [true, false, true, false],
    ],
    [
      '["drafts.x" in path("drafts.**"), "x" in path("*"), "x.y" in path("*"), "a.b.c" in path("*.b.*")]',
      [true, true, false, true],
    ],
    ['*[_id in path("drafts.**") || _id in path("versions.**")]._id', ['drafts.bob', 'versions.spring.bob']],
    ['path("a.b") in path("a.*")', true],
    ['1 in path("a")', null],
    ['"walk" in $ids', true, {ids: Array.from({length: 40}, (_, number) => (number === 30 ? 'walk' : `id${number}`))}],
  ],
  match: [
    ['["brisk walk" match "walk", "brisk walk" match "wal", "brisk walk" match "wal*"]', [true, false, true]],
    [
      '["Brisk Walk" match "bRISK", "walk, then swim" match "swim walk", "walk" match "walk swim"]',
      [true, true, false],
    ],
    [
      '["walking" match "w*g", "walking" match "*king", "walking" match "w*k", "walking" match "*"]',
      [true, true, false, true],
    ],
    ['[["slow", "walk"] match "walk", "slow walk" match ["slow", "w*"], ["a", 1] match "a"]', [true, true, true]],
    [
      '["text" match "", "" match "a", "a" match 1, 1 match "1", null match "a", "a" match ["a", 1]]',
      [false, false, false, false, false, false],
    ],
    ['["café" match "cafe", "CAFÉ" match "café"]', [false, true]],
    ['["well-known" match "known", "e.g. this" match "eg", "a_b" match "a"]', [true, true, false]],
    ['*[name match "*wa*"]._id', ['walk']],
    ['*[[name, pt::text(text)] match "hurr*"]._id', ['walk']],
  ],
  arithmetic: [
    ['[1 + 2, 5 - 7, 2 * 3, 7 / 2, 7 % 4, 2 ** 10, 2 ** -1]', [3, -2, 6, 3.5, 3, 1024, 0.5]],
    ['[1 + 2 * 3, (1 + 2) * 3, 2 ** 3 ** 2, -2 ** 2, 10 - 4 - 3]', [7, 9, 512, -4, 3]],
    ['[1 / 0, 0 / 0, 10 ** 400, -(10 ** 400)]', [null, null, null, null]],
    ['[1 + "a", "a" - "b", true * 2, null + 1, -"a", +"a", +3, -(-3)]', [null, null, null, null, null, null, 3, 3]],
    ['["a" + "b", [1] + [2], {"a": 1, "b": 1} + {"b": 2}, "a" + null]', ['ab', [1, 2], {a: 1, b: 2}, null]],
    ['dateTime("2026-01-01T00:00:00Z") + 90', '2026-01-01T00:01:30Z'],
    ['dateTime("2026-01-01T00:00:00Z") - 0.5', '2025-12-31T23:59:59.500Z'],
    ['dateTime("2026-01-02T00:00:00Z") - dateTime("2026-01-01T00:00:00Z")', 86_400],
  ],
  'ways into a value': [
    [`${walk}.name`, 'A brisk walk'],
    [`${walk}.place.town`, 'Hill'],
    [`${walk}["name"]`, 'A brisk walk'],
    [`${walk}.missing.deeper`, null],
    [`${walk}.tags[0]`, 'outside'],
    [`${walk}.tags[-2]`, 'legs'],
    [`${walk}.tags[9]`, null],
    [`${walk}.name[0]`, null],
    [`${walk}.tags[0..1]`, ['outside', 'legs']],
    [`${walk}.tags[0...1]`, ['outside']],
    [`${walk}.tags[-2..-1]`, ['legs', null]],
    [`${walk}.tags[2..1]`, []],
    [`${walk}.plan[].day`, ['Monday', 'Friday']],
    [`${walk}.plan[minutes > 30].day`, ['Friday']],
    [`${walk}.plan[day == "Monday"][0].minutes`, 20],
    [`${walk}.text[].children[].text`, ['Start ', 'slowly.', null, 'Then hurry.']],
    [`${walk}.name[]`, null],
    ['*[_type == "coach"].name', ['Ann', 'Bob', 'Bob, the draft', 'Bob in spring']],
  ],
  dereference: [
    [`${walk}.coach->name`, 'Ann'],
    [`${walk}.coach->mentor->name`, 'Bob'],
    [`${walk}.plan[].with->name`, ['Ann', 'Bob']],
    ['*[_id == "rest"][0].coach->', null],
    [`${walk}.name->`, null],
    [`${walk}{"coach": coach->{name}}`, {coach: {name: 'Ann'}}],
    [`${walk}.coach->{...}.name`, 'Ann'],
  ],
  projection: [
    [`${walk}{name, minutes}`, {name: 'A brisk walk', minutes: 30}],
    [`${walk}{"title": name, missing}`, {title: 'A brisk walk', missing: null}],
    ['*[_id == "bob"]{...}', [{...system, _id: 'bob', _type: 'coach', name: 'Bob'}]],
    ['*[_id == "bob"][0]{..., "name": "X"}.name', 'X'],
    ['*[_id == "bob"][0]{"name": "X", ...}.name', 'Bob'],
    [`${walk}{place{town}}`, {place: {town: 'Hill'}}],
    [`${walk}{plan[]{day}}`, {plan: [{day: 'Monday'}, {day: 'Friday'}]}],
    [`${walk}{easy => {"a": 1}, !easy => {"b": 1}, minutes => {"c": 1}}`, {a: 1}],
    [`${walk}{"x": ^.name, "y": place{"up": ^.name}}`, {x: null, y: {up: 'A brisk walk'}}],
    ['"text"{a}', null],
    [`${walk}.tags{a}`, null],
    [`${walk}.tags[]{a}`, [null, null, null]],
    [`${walk}{"a": @.name}`, {a: 'A brisk walk'}],
  ],
  'scopes around': [
    ['*[_type == "coach" && _id == "ann"]{"of": *[coach._ref == ^._id]._id}', [{of: ['walk']}]],
    [`${walk}{"days": plan[]{"both": day + " " + ^.name}}.days[].both`, ['Monday A brisk walk', 'Friday A brisk walk']],
    ['*[_id == "walk"]{"a": plan[]{"b": ^.^.name}}[0].a[0].b', null],
    ['*[_id == "walk"]{"a": {"b": {"c": ^.^.name}}}[0].a.b.c', null],
    ['*[count(*[_type == ^._type]) == 3]._id', ['rest', 'swim', 'walk']],
  ],
  'order and slices': [
    ['*[_type == "exercise"] | order(minutes).name', ['A brisk walk', 'Swim', 'Rest']],
    ['*[_type == "exercise"] | order(minutes desc).name', ['Rest', 'Swim', 'A brisk walk']],
    ['*[_type == "exercise"] | order(easy asc, name desc)._id', ['swim', 'walk', 'rest']],
    ['[3, 1, 2] | order(@)', [1, 2, 3]],
    ['[true, "a", 2, null, "B", false] | order(@)', [2, 'B', 'a', false, true, null]],
    ['[{"a": 1, "b": 1}, {"a": 1, "b": 2}, {"a": 0, "b": 3}] | order(a).b', [3, 1, 2]],
    ['*[_type == "exercise"] | order(name)[0...2]{name}', [{name: 'A brisk walk'}, {name: 'Rest'}]],
    ['*[_type == "exercise"] | order(name){name}[-1]', {name: 'Swim'}],
    ['*[_type == "exercise"] | order(name){name}[1].name', 'Rest'],
    ['"text" | order(@)', null],
  ],
  'score and boost': [
    ['*[_type == "exercise"] | score(name match "swim") | order(_score desc)[0]._id', 'swim'],
    ['*[_type == "exercise"] | score(name match "swim", boost(name match "rest", 3)){_id}[0]._id', 'rest'],
    ['*[_type == "exercise"] | score(easy == true)[0]{_id, _score}', {_id: 'walk', _score: 1}],
    ['*[_type == "exercise"] | score(name match "walk" && easy == true)[_score > 0]._id', ['walk']],
    [
      '*[_type == "exercise"] | score(boost(easy == true, 2) || minutes > 40){_id, _score}',
      [
        {_id: 'walk', _score: 3},
        {_id: 'swim', _score: 1},
        {_id: 'rest', _score: 0},
      ],
    ],
  ],
  'select and coalesce': [
    ['select(1 > 2 => "a", 2 > 1 => "b", "c")', 'b'],
    ['select(1 > 2 => "a")', null],
    ['select(null => "a", "b" => "c", "d")', 'd'],
    ['coalesce(null, 1, 2)', 1],
    ['coalesce(null, null)', null],
    ['coalesce(false, true)', false],
  ],
  'functions of values': [
    ['[defined(1), defined(null), defined(""), defined([])]', [true, false, true, true]],
    ['[length("añ👍"), length([1, 2]), length(3), length(null)]', [3, 2, null, null]],
    ['[count([1, null]), count("text"), count(*)]', [2, null, documents.length]],
    [
      '[lower("ÀB"), upper("straße"), lower(1), string::lower("A"), string::upper("a")]',
      ['àb', 'STRASSE', null, 'a', 'A'],
    ],
    ['[string(1.5), string(true), string("a"), string(null), string([1])]', ['1.5', 'true', 'a', null, null]],
    [
      '[round(1.5), round(-1.5), round(2.345, 2), round(1.2, 0), round("1"), round(1, -1), round(1, 0.5)]',
      [2, -2, 2.35, 1, null, null, null],
    ],
    [
      '[string::split("a b", " "), string::split("ab", ""), string::split("", ","), string::split(1, ",")]',
      [['a', 'b'], ['a', 'b'], [], null],
    ],
    [
      '[string::startsWith("abc", "ab"), string::startsWith("abc", "b"), string::startsWith("a", ""), string::startsWith(1, "a")]',
      [true, false, true, null],
    ],
    [
      '[dateTime("2026-02-03T04:05:06Z"), dateTime("2026-02-03T04:05:06.700+01:00"), dateTime("2026-02-03"), dateTime(5)]',
      ['2026-02-03T04:05:06Z', '2026-02-03T03:05:06.700Z', null, null],
    ],
    ['identity()', 'someone'],
    ['now() < "2020-01-01"', false],
    ['dateTime::now() > dateTime("2020-01-01T00:00:00Z")', true],
    ['dateTime(now()) - dateTime::now() < 1', true],
  ],
  'functions of lists': [
    ['array::join(["a", 1, true], "-")', 'a-1-true'],
    [
      '[array::join(["a", null], "-"), array::join(["a"], 1), array::join("a", "-"), array::join([], "-")]',
      [null, null, null, ''],
    ],
    ['array::compact([1, null, "", false])', [1, '', false]],
    ['array::unique([1, 1, "1", null, null, true, true, [1], [1]])', [1, '1', null, true, [1], [1]]],
    [
      '[array::intersects([1, 2], [2]), array::intersects([1], ["1"]), array::intersects([], [1]), array::intersects(1, [1])]',
      [true, false, false, null],
    ],
    ['[math::sum([1, 2, null]), math::sum([]), math::sum([1, "a"]), math::sum(1)]', [3, 0, null, null]],
    ['[math::avg([1, 2, null]), math::avg([]), math::avg(["a"])]', [1.5, null, null]],
    ['[math::min([3, 1, null]), math::max([3, 1]), math::min([]), math::max(["a"])]', [1, 3, null, null]],
  ],
  'functions of differences': [
    ['diff::changedAny({"a": 1}, {"a": 2}, a)', true],
    ['diff::changedAny({"a": 1, "b": 1}, {"a": 1, "b": 2}, a)', false],
    ['diff::changedAny({"a": {"b": 1}}, {"a": {"b": 2}}, (c, a.b))', true],
    ['diff::changedAny({"l": [1, 2]}, {"l": [1, 3]}, l[])', true],
    ['diff::changedAny({"l": [1]}, {"l": [1, 3]}, l[])', true],
    ['diff::changedAny({"l": [{"k": 1, "v": 1}]}, {"l": [{"k": 1, "v": 2}]}, l[k == 1].v)', true],
    ['diff::changedAny({"l": [{"k": 1, "v": 1}]}, {"l": [{"k": 1, "v": 2}]}, l[k == 2].v)', false],
    ['diff::changedAny({"x": {"t": "m", "v": 1}}, {"x": {"t": "m", "v": 2}}, anywhere(t == "m"))', true],
    ['diff::changedAny({"x": {"t": "m", "v": 1}}, {"x": {"t": "m", "v": 2}}, x.(t, w))', false],
    ['diff::changedOnly({"a": 1, "b": 1}, {"a": 2, "b": 1}, a)', true],
    ['diff::changedOnly({"a": 1, "b": 1}, {"a": 2, "b": 2}, a)', false],
    ['diff::changedOnly({"a": 1, "b": 1}, {"a": 2, "b": 2}, (a, b))', true],
    ['diff::changedOnly({"a": 1}, {"a": 1}, b)', true],
    ['diff::changedOnly({"a": {"b": [1]}}, {"a": {"b": [2]}}, a.b)', true],
    ['diff::changedOnly(null, {"a": 1}, a)', false],
  ],
  'functions of documents': [
    ['*[references("ann")]._id', ['walk']],
    ['*[references(["bob", "ann"])]._id', ['ann', 'swim', 'walk']],
    ['*[references("ann", "bob")]._id', ['ann', 'swim', 'walk']],
    ['*[references(5)]._id', []],
    [
      '*[_id in ["ann", "bob"]]{_id, "n": documents::incomingRefCount()}',
      [
        {_id: 'ann', n: 1},
        {_id: 'bob', n: 3},
      ],
    ],
    [`${walk}{"t": pt::text(text)}`, {t: 'Start slowly.\n\nThen hurry.'}],
    [
      '[pt::text(null), pt::text("a"), pt::text([]), pt::text({"_type": "block", "children": [{"_type": "span", "text": "One"}]})]',
      [null, null, null, 'One'],
    ],
    ['releases::all()[]._id', ['_.releases.spring']],
    ['*[sanity::versionOf("bob")]._id', ['bob', 'drafts.bob', 'versions.spring.bob']],
    ['*[sanity::partOfRelease("spring")]._id', ['versions.spring.bob']],
    ['[sanity::projectId(), sanity::dataset()]', ['clinic', 'production']],
    ['[global::count([1]), array::compact([null])]', [1, []]],
  ],
}

describe.each(Object.entries(chapters))('%s', (_, rows) => {
  test.each(rows)('%s', (query, expected, params = {}) => {
    expect(answerTo(query, params)).toEqual(expected)
  })
})

describe('what nobody can mean', () => {
  test.each([
    ['count()', /arguments to function count/],
    ['lower("a", "b")', /argument/i],
    ['nothing("a")', /Undefined function/],
    ['other::thing()', /Undefined/],
    ['*[name ==', /Unexpected end/],
    ['*{name} | score(name match "a")', /score\(\) stands behind documents/],
    ['*[0] | score(true)', /score\(\) stands behind documents/],
    ['{a: 1', /./],
    ['"unfinished', /./],
    ['1 +', /Expected expression/],
  ])('%s is refused with its place', (query, message) => {
    expect(() => answerTo(query)).toThrow(message)
  })

  test.each([
    'geo::distance(1, 2)',
    'geo::latLng(1, 2)',
    'text::semanticSimilarity("a")',
    'documents::get("a")',
    'media::aspect(1, 2)',
    'user::attributes()',
  ])('%s is not honoured, and says so', (query) => {
    expect(() => answerTo(query)).toThrow('is not supported by the embedded lake')
  })
})
