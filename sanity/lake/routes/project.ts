/** What the Studio asks about the project when it starts. Lists of things that the embedded lake has none of are empty. */
import {assertDataset, type House} from '../house.ts'
import {json} from '../http.ts'
import type {JsonRecord} from '../json.ts'
import {isActive} from '../person.ts'
import type {Call, Handler, Route} from '../router.ts'
import type {Identity} from '../user.ts'
import {allRoles, grantsFor, memberFor, projectGrantsFor} from '../user.ts'

const EPOCH = '2026-01-01T00:00:00.000Z'

/** Answers that are the same for everybody. Each says truthfully that there is nothing of the kind here. */
const FIXED: readonly (readonly ['GET' | 'POST', string, unknown])[] = [
  ['GET', '/ping', {pong: true}],
  // Some Studios, chosen by chance, measure how far away the lake is; and its diagnostics ask in which country one is.
  ['GET', '/data/ping/:dataset', {pong: true}],
  ['GET', '/geoip/country', {isoCode: null}],
  ['GET', '/projects/:project/user-applications', []],
  ['GET', '/projects/:project/features', []],
  ['GET', '/features', []],
  ['GET', '/projects/:project/roles', allRoles()],
  ['GET', '/access/project/:project/roles', {data: [], nextCursor: null, totalCount: 0}],
  ['GET', '/access/project/:project/users', {data: [], nextCursor: null, totalCount: 0}],
  ['GET', '/access/requests/me', []],
  ['GET', '/journey/announcements', []],
  ['GET', '/journey/:rest+', null],
  ['GET', '/subscriptions/:rest+', null],
  ['GET', '/help', {}],
  ['GET', '/intake/telemetry-status', {status: 'denied'}],
  ['POST', '/intake/batch', {}],
  ['GET', '/projects/:project/datasets/:dataset/settings/indexing', {maxFieldDepth: 20}],
  ['GET', '/data/actions/:dataset', {enabled: true, compatibleStudioVersions: '*'}],
]

export function projectRoutes(house: House): Route[] {
  /** Who may come in, as those who may already see it. */
  const membersFor = (me: Identity): JsonRecord[] => {
    const people = house.accounts.people.list().filter(isActive)
    const others = people.filter(({id}) => id !== me.userId)
    return [
      memberFor({...me, isCurrentUser: true}),
      ...others.map(({id, name, role}) =>
        memberFor({userId: id, name, email: null, role, isRobot: false, isCurrentUser: false}),
      ),
    ]
  }
  const project = ({identity}: Call): JsonRecord => ({
    id: house.projectId,
    displayName: 'Embedded lake',
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    features: [],
    createdAt: EPOCH,
    members: identity ? membersFor(identity) : [],
  })
  const dataset = () => ({
    name: house.dataset,
    aclMode: house.visibility.current,
    createdAt: EPOCH,
    createdByUserId: 'system',
    datasetProfile: 'content',
    features: [],
    addonFor: null,
    tags: [],
  })
  const checked =
    (handler: Handler): Handler =>
    (call) => {
      assertDataset(house, call)
      return handler(call)
    }
  return [
    ...FIXED.map(([method, pattern, answer]): Route => [method, pattern, () => json(answer)]),
    ['GET', '/projects/:project/grants', checked(({identity}) => json(projectGrantsFor(identity?.role ?? null)))],
    ['GET', '/projects', (call) => json([project(call)])],
    ['GET', '/projects/:project', checked((call) => json(project(call)))],
    [
      'GET',
      '/projects/:project/datasets',
      checked(({url}) => json(url.searchParams.has('datasetProfile') ? [] : [dataset()])),
    ],
    ['GET', '/datasets', () => json([dataset()])],
    [
      'GET',
      '/projects/:project/datasets/:dataset/acl',
      checked(({identity}) => json(grantsFor(identity?.role ?? null, house.visibility.isPrivate))),
    ],
  ]
}
