/**
 * Sealing: what a patient typed, and what staff keep with it, as one file of the age format (age-encryption.org/v1),
 * which Debian's `age` opens too. The text within repeats what the row says in clear, so that a row that was given the
 * sealed part of another is noticed.
 */
import {Decrypter, Encrypter} from 'age-encryption'
import {z} from 'zod'
import {Asked, type EnquiryRecord, Handling} from './enquiry.ts'
import type {Keys} from './keys.ts'

export type Content = {readonly asked: Asked; readonly handling: Handling}
/** What of a row is repeated within. */
export type Label = Pick<EnquiryRecord, 'id' | 'reference' | 'receivedAt'>

/** A sealed part that cannot be opened, or is not that of its row. */
export class SealError extends Error {
  override readonly name = 'SealError'
}

/** The version of the text within. A newer one adds to this number, and still reads this one. */
const schema = 1

/** The length of what is sealed tells nothing but which step it is on. Bytes. */
const step = 512

const Sealed = z.object({
  schema: z.literal(schema),
  id: z.string(),
  reference: z.string(),
  receivedAt: z.number(),
  asked: Asked,
  handling: Handling,
})

export const unhandled: Handling = {assignee: null, notes: [], promotedTo: null}

/** Seals for the clinic and the recovery key. */
export async function seal(
  {id, reference, receivedAt}: Label,
  {asked, handling}: Content,
  {recipients}: Pick<Keys, 'recipients'>,
): Promise<Uint8Array> {
  const text: z.infer<typeof Sealed> = {schema, id, reference, receivedAt, asked, handling}
  const bytes = Buffer.from(JSON.stringify(text))
  // Blanks after a text of JSON are part of no value.
  const padded = Buffer.concat([bytes, Buffer.alloc(step - (bytes.length % step), ' ')])
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(new Uint8Array(padded))
}

/** Opens what was sealed for the row `label`. Throws a `SealError`, which holds nothing of what is within. */
export async function unseal(label: Label, sealed: Uint8Array, identities: readonly string[]): Promise<Content> {
  const within = Sealed.safeParse(parsed(await decrypted(label, sealed, identities)))
  if (!within.success) throw new SealError(`${label.reference} opens, but this software does not know its form.`)
  const {id, reference, receivedAt, asked, handling} = within.data
  if (id !== label.id || reference !== label.reference || receivedAt !== label.receivedAt) {
    throw new SealError(`${label.reference} holds the sealed part of another question: the store was changed by hand.`)
  }
  return {asked, handling}
}

async function decrypted({reference}: Label, sealed: Uint8Array, identities: readonly string[]): Promise<string> {
  try {
    const decrypter = new Decrypter()
    for (const identity of identities) decrypter.addIdentity(identity)
    return await decrypter.decrypt(sealed, 'text')
  } catch (cause) {
    throw new SealError(
      `${reference} cannot be opened: it is damaged, or sealed for another key than the one in DATA_DIR/secrets.`,
      {cause},
    )
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
