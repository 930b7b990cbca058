/** The verb that tries mail to staff out. */
import {randomUUID} from 'node:crypto'
import {mailerFor} from '../../lib/enquiries/mail.ts'
import {mailStanding} from '../../lib/enquiries/standing.ts'
import {env} from '../../lib/env.ts'
import {print, type Verb} from './verb.ts'

export const mailVerbs: Record<string, Verb> = {
  'test-mail': async ({open}) => {
    const {mail} = env.enquiries
    if (!mail) {
      print(mailStanding(open().outbox(), env.enquiries).text)
      return 1
    }
    const {recipients, send} = mailerFor(mail, env.siteUrl)
    const {reached, problem} = await send({id: `test-${randomUUID()}`, kind: 'test', reference: null}, recipients)
    print(`The mail server took the test message for ${reached.length} of ${recipients.length} in ENQUIRY_MAIL_TO.`)
    print(problem ?? 'Look whether it arrives; if not, among the unwanted mail.')
    return problem === null ? 0 : 1
  },
}
