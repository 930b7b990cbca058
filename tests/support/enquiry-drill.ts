/**
 * The drill of questions: patients send over HTTP while the process that stores is killed without warning, again and
 * again. What was acknowledged must be there, once, readable, with its message to staff and its count; a patient who got
 * no answer sends the same form again, and is there once too.
 */
import {type ChildProcess, spawn} from 'node:child_process'
import {randomUUID} from 'node:crypto'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {DatabaseSync} from 'node:sqlite'
import {text} from 'node:stream/consumers'
import {auditChain} from '../../lib/enquiries/audit-trail.ts'
import {databaseFile} from '../../lib/enquiries/database.ts'
import type {Receipt} from '../../lib/enquiries/store.ts'
import {noon, storeIn} from './enquiry.ts'
import type {Standing} from './enquiry-receiver.ts'
import {type Chance, chanceFrom, pause} from './random.ts'
import {temporaryFolder} from './temporary-folder.ts'

export type EnquiryDrillReport = {
  readonly seed: number
  readonly cycles: number
  readonly acknowledged: number
  /** Acknowledged and not there after the restart, or at the end not as it was asked. */
  readonly lost: number
  /** There more than once at the end. */
  readonly doubled: number
  /** Sent again because no answer had come. */
  readonly retries: number
  /** Of these, already stored: the kill came between the disk and the answer. */
  readonly known: number
  /** Questions without their message to staff or their count, or these without a question. */
  readonly torn: number
  readonly integrity: string
}

type Options = {
  cycles: number
  seed: number
  /** How many a process acknowledges before it is killed, at most; by default it lives for some moments instead. */
  most?: number
  onProgress?: (line: string) => void
}

type Question = {readonly view: string; readonly text: string}
/** What a patient was thanked for. */
type Thanked = {readonly reference: string; readonly text: string}
type Patient = {
  readonly name: string
  /** Sent, and not yet acknowledged. */
  open: Question | null
  sent: number
  readonly acknowledged: Thanked[]
}

const patients = ['first', 'second', 'third', 'fourth']

export async function enquiryDrill({cycles, seed, most, onProgress = () => {}}: Options): Promise<EnquiryDrillReport> {
  const {folder, remove} = temporaryFolder('enquiry-drill')
  const chance = chanceFrom(seed)
  const people = patients.map((name): Patient => ({name, open: null, sent: 0, acknowledged: []}))
  const missing = new Set<string>()
  const tally = {retries: 0, known: 0, torn: 0}
  const complaints = new Set<string>()
  let receiver: Receiver | undefined
  try {
    receiver = await startReceiver(folder)
    for (let cycle = 1; cycle <= cycles; cycle++) {
      const {url} = receiver
      const progress = {acknowledged: 0}
      const sending = Promise.all(people.map((patient) => sendUntilTheEnd(url, patient, tally, progress, chance)))
      sending.catch(() => {})
      if (most === undefined) await pause(chance.between(5, 150))
      else await Promise.race([sending, acknowledgedBy(progress, chance.whole(0, most))])
      await receiver.kill()
      await sending
      receiver = await startReceiver(folder)
      const {references, messages, counted}: Standing = await (await fetch(receiver.url)).json()
      const there = new Set(references)
      for (const {reference} of people.flatMap(({acknowledged}) => acknowledged)) {
        if (!there.has(reference)) missing.add(reference)
      }
      if (messages !== references.length || counted !== references.length) tally.torn++
      if (cycle % 50 === 0) {
        complaints.add(integrityOf(folder))
        onProgress(`${cycle} of ${cycles} kills, ${references.length} stored, ${missing.size} lost`)
      }
    }
    await receiver.kill()
    complaints.add(integrityOf(folder))
    complaints.delete('ok')
    const {lost, doubled} = await readAll(folder, people)
    return {
      ...{seed, cycles, acknowledged: people.reduce((sum, {acknowledged}) => sum + acknowledged.length, 0)},
      ...{...tally, lost: new Set([...missing, ...lost]).size, doubled},
      integrity: [...complaints].join('; ') || 'ok',
    }
  } finally {
    await receiver?.kill()
    remove()
  }
}

/** Opens everything with the clinic's key, and holds it against what was sent. */
async function readAll(folder: string, people: readonly Patient[]): Promise<{lost: string[]; doubled: number}> {
  const store = storeIn(folder)
  const opened = await store.openAll()
  store.close()
  const questions = new Map<string, string>(opened.map(({reference, asked}) => [reference, asked.question]))
  const lost = people.flatMap(({acknowledged}) =>
    acknowledged.flatMap(({reference, text}) => (questions.get(reference) === text ? [] : [reference])),
  )
  return {lost, doubled: opened.length - new Set(opened.map(({asked}) => asked.question)).size}
}

async function acknowledgedBy(progress: {acknowledged: number}, enough: number): Promise<void> {
  while (progress.acknowledged < enough) await pause(1)
}

/** Asks one question after the other until nobody answers. One that got no answer is sent again, as it was. */
async function sendUntilTheEnd(
  url: string,
  patient: Patient,
  tally: {retries: number; known: number},
  progress: {acknowledged: number},
  chance: Chance,
): Promise<void> {
  for (;;) {
    const isRetry = patient.open !== null
    if (!patient.open) patient.sent++
    patient.open ??= {
      view: randomUUID(),
      text: `${patient.name} ${patient.sent} ${'word '.repeat(chance.whole(0, 390))}`,
    }
    if (isRetry) tally.retries++
    const {view: id, text: question} = patient.open
    const body = JSON.stringify({id, receivedAt: noon + patient.sent, differences: {name: patient.name, question}})
    const answer = await sent(url, body)
    // No answer, or half of one: that is the kill.
    if (!answer) return
    if (answer.status !== 200) throw new Error(`A question was refused: ${answer.status} ${answer.body}`)
    const {reference, isDouble}: Receipt = JSON.parse(answer.body)
    if (isDouble) tally.known++
    patient.acknowledged.push({reference, text: question})
    patient.open = null
    progress.acknowledged++
  }
}

const sent = (url: string, body: string): Promise<{status: number; body: string} | null> =>
  fetch(url, {method: 'POST', body})
    .then(async (answer) => ({status: answer.status, body: await answer.text()}))
    .catch(() => null)

type Receiver = {readonly url: string; kill(): Promise<void>}

async function startReceiver(folder: string): Promise<Receiver> {
  const child: ChildProcess = spawn(process.execPath, ['tests/support/enquiry-receiver.ts', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (!child.stdout || !child.stderr) throw new Error('The process has no output.')
  const complaint = text(child.stderr)
  const ended = once(child, 'exit')
  const lines = createInterface(child.stdout)
  const first = await Promise.race([once(lines, 'line'), ended.then(() => null)])
  if (first === null) throw new Error(`The receiver ended at its start: ${await complaint}`)
  return {
    url: String(first[0]),
    async kill() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await ended
    },
  }
}

function integrityOf(folder: string): string {
  const db = new DatabaseSync(databaseFile(`${folder}/enquiries`), {readOnly: true})
  try {
    if (auditChain(db).brokenAt !== null) return 'the audit trail is broken'
    return String(db.prepare('pragma integrity_check').get()?.integrity_check)
  } finally {
    db.close()
  }
}
