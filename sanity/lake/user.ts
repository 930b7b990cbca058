/**
 * Who may do what. Roles are Sanity's; a person signs in, a program holds a token.
 * @module
 */
import type {JsonRecord} from './json.ts'

export const ROLES = ['administrator', 'editor', 'viewer'] as const
export type Role = (typeof ROLES)[number]

export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value)

const TITLES: Record<Role, string> = {administrator: 'Administrator', editor: 'Editor', viewer: 'Viewer'}

const DESCRIPTIONS: Record<Role, string> = {
  administrator: 'Reads and changes all content, and decides who may come in',
  editor: 'Reads and changes all content',
  viewer: 'Reads all content, drafts too, and changes nothing',
}

export const canWrite = (role: Role): boolean => role !== 'viewer'

/** Somebody whose token was accepted. `userId` is whose the changes are; `tokenId` is what signing out ends. */
export type Identity = {
  readonly userId: string
  readonly tokenId: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly isRobot: boolean
  /** Milliseconds since 1970, or null for a token without an end. */
  readonly expiresAt: number | null
}

const roleFor = (role: Role): JsonRecord => ({name: role, title: TITLES[role], description: DESCRIPTIONS[role]})

/** Who is shown: without a role somebody who may no longer come in. */
export type Shown = {
  readonly userId: string
  readonly name: string
  readonly email: string | null
  readonly role: Role | null
  readonly isRobot: boolean
  readonly isCurrentUser: boolean
}

/** What the Studio shows of somebody, as `/users/…` gives it. */
export function profileFor({userId, name, email, role, isRobot, isCurrentUser}: Shown): JsonRecord {
  return {
    id: userId,
    sanityUserId: userId,
    name,
    displayName: name,
    givenName: name,
    email: email ?? '',
    profileImage: '',
    imageUrl: null,
    role: role ?? '',
    roles: role === null ? [] : [roleFor(role)],
    provider: 'local',
    isCurrentUser,
    isRobot,
  }
}

/** Somebody as the list of a project's members has them. */
export const memberFor = ({userId, role, isRobot, isCurrentUser}: Shown): JsonRecord => ({
  id: userId,
  isCurrentUser,
  isRobot,
  role: role ?? '',
  roles: role === null ? [] : [roleFor(role)],
})

/** An id of which nothing is known, e.g. of another store whose documents were brought here. */
export const unknownProfile = (userId: string): JsonRecord =>
  profileFor({userId, name: 'Former access', email: null, role: null, isRobot: true, isCurrentUser: false})

const READ = ['read']
const WRITE = ['create', 'read', 'update', 'editHistory', 'history']

/** The grants that the Studio evaluates in the browser, one GROQ filter each; null is for callers without a token. */
export function grantsFor(role: Role | null, isPrivate: boolean): JsonRecord[] {
  if (role === null) return isPrivate ? [] : [{filter: '_id in path("*")', permissions: READ}]
  const permissions = role === 'administrator' ? ['manage', ...WRITE] : canWrite(role) ? WRITE : READ
  return [{filter: '_id in path("**")', permissions}]
}

const grant = (name: string): JsonRecord => ({grants: [{name, params: {}}]})

/** What somebody may do beside documents: look after the people here. */
export const projectGrantsFor = (role: Role | null): JsonRecord =>
  role === 'administrator'
    ? {'sanity.project': [grant('read')], 'sanity.project.members': [grant('read'), grant('invite'), grant('update')]}
    : role === null
      ? {}
      : {'sanity.project': [grant('read')]}

export const allRoles = (): JsonRecord[] => ROLES.map(roleFor)
