/**
 * Who may do what. Roles are Sanity's; a person signs in by a link and is the local editor, a program holds a token.
 * @module
 */
import type {JsonRecord} from './json.ts'

export const ROLES = ['administrator', 'editor', 'viewer'] as const
export type Role = (typeof ROLES)[number]

export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value)

const TITLES: Record<Role, string> = {administrator: 'Administrator', editor: 'Editor', viewer: 'Viewer'}

export const canWrite = (role: Role): boolean => role !== 'viewer'

/** Somebody whose token was accepted. `userId` is whose the changes are; `tokenId` is what signing out revokes. */
export type Identity = {
  readonly userId: string
  readonly tokenId: string
  readonly name: string
  readonly role: Role
  readonly isRobot: boolean
  /** Milliseconds since 1970, or null for a token without an end. */
  readonly expiresAt: number | null
}

/** The person behind every sign-in link, until accounts come. */
export const LOCAL_EDITOR = {id: 'local-editor', name: 'Local editor', email: 'editor@localhost'} as const

const roleFor = (role: Role): JsonRecord => ({name: role, title: TITLES[role], description: ''})

/** What the Studio shows of somebody, as `/users/…` gives it. */
export function profileFor(identity: Pick<Identity, 'userId' | 'name' | 'role' | 'isRobot'>): JsonRecord {
  const {userId, name, role, isRobot} = identity
  return {
    id: userId,
    sanityUserId: userId,
    name,
    displayName: name,
    givenName: name,
    email: isRobot ? '' : LOCAL_EDITOR.email,
    profileImage: '',
    imageUrl: null,
    role,
    roles: [roleFor(role)],
    provider: 'local',
    isCurrentUser: true,
    isRobot,
  }
}

/** Somebody whose name is no longer known, e.g. the holder of a token since revoked. */
export const formerProfile = (userId: string): JsonRecord => ({
  ...profileFor({
    userId,
    name: userId === LOCAL_EDITOR.id ? LOCAL_EDITOR.name : 'Former access',
    role: 'viewer',
    isRobot: true,
  }),
  isCurrentUser: false,
})

const READ = ['read']
const WRITE = ['manage', 'create', 'read', 'update', 'editHistory', 'history']

/** The grants that the Studio evaluates in the browser, one GROQ filter each. */
export function grantsFor(role: Role | null): JsonRecord[] {
  if (role === null) return [{filter: '_id in path("*")', permissions: READ}]
  return [{filter: '_id in path("**")', permissions: canWrite(role) ? WRITE : READ}]
}

export const allRoles = (): JsonRecord[] => ROLES.map(roleFor)
