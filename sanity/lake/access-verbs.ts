/**
 * The verbs of the socket about people, tokens, origins and the dataset: JSON in, JSON out.
 * @module
 */
import type {AccessAdmin} from './access-admin.ts'
import {isVisibility} from './dataset-visibility.ts'
import type {JsonRecord} from './json.ts'
import {refusal} from './lake-error.ts'
import {isRole, type Role} from './user.ts'

type Verb = (admin: AccessAdmin, body: JsonRecord) => unknown

function roleIn({role}: JsonRecord, what: string): Role {
  if (isRole(role)) return role
  throw refusal(400, `${what} needs one of the roles administrator, editor and viewer.`)
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null)

export const ACCESS_VERBS: Record<string, Verb> = {
  link: (admin, {who}) => admin.createLink(typeof who === 'string' ? {who} : {}),
  'token-list': (admin) => ({tokens: admin.listTokens()}),
  'token-revoke': (admin, {id}) => ({revoked: admin.revokeToken(textIn(id))}),
  'token-create': (admin, body) =>
    admin.createToken({
      role: roleIn(body, 'A token'),
      name: textOrNull(body.name) ?? 'API token',
      lifetimeSeconds: numberOrNull(body.lifetimeSeconds),
    }),
  'invitation-create': (admin, body) =>
    admin.invite({
      role: roleIn(body, 'An invitation'),
      email: textOrNull(body.email),
      name: textOrNull(body.name),
      lifetimeSeconds: numberOrNull(body.lifetimeSeconds),
    }),
  'invitation-list': (admin) => ({invitations: admin.listInvitations()}),
  'invitation-withdraw': (admin, {id}) => ({withdrawn: admin.withdrawInvitation(textIn(id))}),
  'user-list': (admin) => ({people: admin.listPeople()}),
  'user-role': (admin, body) => admin.setRole(textIn(body.who), roleIn(body, 'A person')),
  'user-disable': (admin, {who}) => admin.disable(textIn(who)),
  'user-enable': (admin, {who}) => admin.enable(textIn(who)),
  'user-remove': (admin, {who}) => admin.remove(textIn(who)),
  'user-reset': (admin, {who}) => admin.createResetLink(textIn(who)),
  'session-list': (admin, {who}) => ({sessions: admin.listSessions(textOrNull(who))}),
  'session-end': (admin, {id}) => ({ended: admin.endSession(textIn(id))}),
  'session-end-all': (admin, {who}) => ({ended: admin.endSessionsOf(textIn(who))}),
  'cors-list': (admin) => ({origins: admin.listOrigins()}),
  'cors-add': (admin, {origin, credentials}) => admin.allowOrigin(textIn(origin), credentials === true),
  'cors-remove': (admin, {origin}) => ({removed: admin.removeOrigin(textIn(origin))}),
  'dataset-visibility': (admin, {visibility}) => {
    if (visibility !== undefined && !isVisibility(visibility)) {
      throw refusal(400, 'A dataset is public or private.')
    }
    if (visibility !== undefined) admin.setVisibility(visibility)
    return {visibility: admin.visibility()}
  },
}
