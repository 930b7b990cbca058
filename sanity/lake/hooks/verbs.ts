/** What the command line asks of a lake about its webhooks. */
import type {Verb} from '../control.ts'
import {isRecord, type JsonRecord} from '../json.ts'
import {refusal} from '../lake-error.ts'

const idIn = ({id}: JsonRecord): string => {
  if (typeof id === 'string') return id
  throw refusal(400, 'Say which webhook.')
}

const configIn = ({config}: JsonRecord): JsonRecord => (isRecord(config) ? config : {})

export const hookVerbs: Record<string, Verb> = {
  'webhook-list': ({hooks}) => ({hooks: hooks.registry.list()}),
  'webhook-create': ({hooks}, body) => hooks.registry.create(configIn(body), body.secret),
  'webhook-update': ({hooks}, body) => {
    hooks.registry.update(idIn(body), configIn(body), body.secret)
    return {}
  },
  'webhook-delete': ({hooks}, body) => {
    hooks.registry.remove(idIn(body))
    return {}
  },
  'webhook-enable': ({hooks}, body) => {
    hooks.registry.enable(idIn(body), body.isEnabled === true)
    hooks.look()
    return {}
  },
  'webhook-log': ({hooks}, body) => {
    const {id} = hooks.registry.require(idIn(body))
    return {deliveries: hooks.log.list(id, typeof body.limit === 'number' ? body.limit : 20)}
  },
  'webhook-redeliver': ({hooks}, {delivery}) => {
    hooks.redeliver(Number(delivery))
    return {}
  },
}
