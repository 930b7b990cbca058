/** Who people are, and the small settings that the Studio keeps for each of them. */
import {type House, requireIdentity} from '../house.ts'
import {json, MIB, readJson} from '../http.ts'
import type {JsonRecord} from '../json.ts'
import {isRecord} from '../json.ts'
import {refusal} from '../lake-error.ts'
import {isActive} from '../person.ts'
import type {Call, Route} from '../router.ts'
import {textOf} from '../row.ts'
import {type Identity, profileFor, unknownProfile} from '../user.ts'

const MAX_KEYS = 100

/** Somebody by id. Who may no longer come in keeps the name and has no role; addresses are for administrators. */
function profileOf(house: House, id: string, me: Identity): JsonRecord {
  if (id === 'me' || id === me.userId) {
    // Ours: whoever decides by the address whom to let in has to know whether the person chose it.
    const emailIsGiven = house.accounts.people.get(me.userId)?.emailIsGiven ?? false
    return {...profileFor({...me, isCurrentUser: true}), emailIsGiven, projectId: house.projectId}
  }
  const others = {userId: id, isCurrentUser: false}
  const person = house.accounts.people.get(id)
  if (person) {
    const email = me.role === 'administrator' ? person.email : null
    const role = isActive(person) ? person.role : null
    return profileFor({...others, name: person.name, email, role, isRobot: false})
  }
  const token = house.access.getToken(id)
  if (!token) return unknownProfile(id)
  const role = house.access.isGood(token) ? token.role : null
  return profileFor({...others, name: token.name, email: null, role, isRobot: true})
}

function usersHandler(house: House) {
  return (call: Call): Response => {
    const me = requireIdentity(call)
    const ids = (call.path.ids ?? '').split(',').slice(0, MAX_KEYS)
    const profiles = ids.map((id) => profileOf(house, id, me))
    return json(profiles.length === 1 ? profiles[0] : profiles)
  }
}

function keyValueOf(item: unknown): {key: string; value: unknown} {
  if (isRecord(item) && typeof item.key === 'string' && item.key.length <= 500)
    return {key: item.key, value: item.value}
  throw refusal(400, 'Each setting needs a "key" of at most 500 characters and a "value".')
}

export const userRoutes = (house: House): Route[] => [
  ['GET', '/users/:ids', usersHandler(house)],
  ['GET', '/projects/:project/users/:ids', usersHandler(house)],
  [
    'GET',
    '/users/me/keyvalue/:keys+',
    (call) => {
      const {userId} = requireIdentity(call)
      const select = house.db.prepare('select value from key_value where user = ? and key = ?')
      const keys = (call.path.keys ?? '').split(',').filter(Boolean).slice(0, MAX_KEYS)
      return json(
        keys.map((key) => {
          const row = select.get(userId, key)
          return {key, value: row ? JSON.parse(textOf(row, 'value')) : null}
        }),
      )
    },
  ],
  [
    'PUT',
    '/users/me/keyvalue',
    async (call) => {
      const {userId} = requireIdentity(call)
      const body = await readJson(call.request, MIB)
      const pairs = (Array.isArray(body.items) ? body.items : [body]).slice(0, MAX_KEYS).map(keyValueOf)
      const upsert = house.db.prepare(
        'insert into key_value values (?, ?, ?) on conflict (user, key) do update set value = excluded.value',
      )
      for (const {key, value} of pairs) upsert.run(userId, key, JSON.stringify(value ?? null))
      return json(pairs)
    },
  ],
]
