import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '#core/random'
import { fictional } from '../../engine/testing/fictional.ts'
import { createOpenEngine, passphrase, savedId, type TestEngine } from '../../engine/testing/test-engine.ts'

/** A word that every text field of the caseload holds, and that nothing published may hold. */
export const canary = 'zorglub'
const year = 2026
export const periods = [`${year}-Q1`, `${year}-Q2`, `${year}-Q3`, `${year}-Q4`, String(year)]

/** An engine on a vault in memory, with a real folder for its releases: the whole road, from the note to the files. */
export type Office = TestEngine & {
  folder: string
  publish: (period: string) => Promise<string | null>
  /** Everything published so far, file by file, and the pages that were printed. */
  published: () => Map<string, Buffer>
  close: () => void
}

export async function openOffice(): Promise<Office> {
  const engine = await createOpenEngine()
  const folder = mkdtempSync(join(tmpdir(), 'filigrane-proof-'))
  engine.places.releases = folder
  // of the organization: never among what is published
  const own = mkdtempSync(join(tmpdir(), 'filigrane-proof-'))
  engine.places.registerFile = join(own, 'registre.pdf')
  engine.wall.now = `${year}-01-02T10:00`
  const order = { purpose: `but ${canary}`, approver: canary, residualNote: `note ${canary}`, passphrase }
  return {
    ...engine,
    folder,
    async publish(period) {
      const published = await engine.handlers['releases.publish']({ ...order, period })
      return published.ok ? null : published.failure
    },
    published: () =>
      new Map(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => [path.slice(folder.length), readFileSync(path)]),
      ),
    close: () => [folder, own].forEach((each) => rmSync(each, { recursive: true })),
  }
}

const quarterEnds = ['04-01', '07-01', '10-01', '12-31']
const bands = ['18-24', '25-34', '35-49', '14-17']
const genders = ['woman', 'man', 'other']
const themes = ['housing', 'mental-health', 'food-insecurity', 'suicidal-thoughts', 'violence', 'employment']
const kinds = ['listening', 'information', 'referral', 'aid']

/** What a careless or a careful worker does besides: late notes, corrections, removals. */
export type Habits = {
  changesThePast: boolean
  erases: boolean
  /** Of the year; all four, and the year itself, when left out. */
  quarters?: number
}

/**
 * A year of work: each quarter some persons are met and the quarter is published; then, by habit, notes of it are added
 * late, corrected, removed, and persons erased. The same random numbers whatever the habits. Answers the failures met.
 */
export async function workAYear(office: Office, seed: number, habits: Habits): Promise<string[]> {
  const random = seededRandom(seed).next
  const draw = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)]
    if (value === undefined) throw new Error('nothing to draw from')
    return value
  }
  const failures: string[] = []
  const people: string[] = []
  const resourceId = await savedId(
    office.handlers['resources.save'](fictional.resource({ organization: canary })),
  )
  for (const [index, end] of quarterEnds.slice(0, habits.quarters).entries()) {
    const month = String(index * 3 + 2).padStart(2, '0')
    office.wall.now = `${year}-${end}T08:00`
    // the one who may be erased: no referral of hers, for those count at the end of the year only
    const leaving = await newPerson(office, draw(genders), draw(bands))
    for (let n = 0; n < 6; n += 1) people.push(await newPerson(office, draw(genders), draw(bands)))
    for (let n = 0; n < 30; n += 1) {
      await meet(
        office,
        `${year}-${month}-${String(1 + (n % 27)).padStart(2, '0')}`,
        draw([...people, leaving]),
        draw(themes),
        draw(kinds),
      )
    }
    for (let n = 0; n < 6; n += 1) {
      const referral = { personId: draw(people), resourceId, proposedOn: `${year}-${month}-12`, note: canary }
      await savedId(office.handlers['referrals.save'](fictional.referral(referral)))
      const incident = { at: `${year}-${month}-12T15:00`, intensity: draw([1, 2, 3, 4]), note: canary }
      await savedId(office.handlers['incidents.save'](fictional.incident(incident)))
    }
    office.wall.now = index === 3 ? `${year + 1}-01-03T09:00` : `${year}-${end}T09:00`
    failures.push(...[await office.publish(periods[index] ?? '')].filter((failure) => failure !== null))
    const [late, corrected] = [draw(people), draw(people)]
    if (habits.changesThePast) await changeThePast(office, `${year}-${month}-20`, late, corrected)
    if (habits.erases) await erase(office, leaving)
  }
  if (habits.quarters !== undefined) return failures
  failures.push(...[await office.publish(String(year))].filter((failure) => failure !== null))
  return failures
}

const newPerson = (office: Office, gender: string, ageBand: string): Promise<string> =>
  savedId(
    office.handlers['people.save'](
      fictional.person({
        aliases: [canary],
        legalName: canary,
        howMet: canary,
        strengths: canary,
        safetyNote: canary,
        gender,
        ageBand,
      }),
    ),
  )

const meet = (office: Office, day: string, personId: string, theme: string, kind: string): Promise<string> =>
  savedId(
    office.handlers['contacts.save'](
      fictional.contact({
        at: `${day}T14:00`,
        personIds: [personId],
        unidentifiedCount: 0,
        themes: [theme],
        kinds: [kind],
        note: canary,
        aidGiven: [{ item: 'socks', quantity: 1 }],
      }),
    ),
  )

/** A late note of the quarter just published; another quarter's notes corrected and removed; an age corrected. */
async function changeThePast(office: Office, day: string, late: string, corrected: string): Promise<void> {
  await meet(office, day, late, 'housing', 'listening')
  const read = await office.handlers['people.read']({ id: corrected })
  if (read.ok) {
    const aged = { ...fictional.person({ aliases: [canary], gender: 'woman' }), ageBand: '65-plus' }
    await office.handlers['people.save']({ ...aged, id: corrected })
  }
  for (const [n, id] of contactsOf(office, late).slice(0, 2).entries()) {
    if (n === 0) await office.handlers['contacts.remove']({ id })
    else {
      const fields = fictional.contact({
        at: `${day}T16:00`,
        personIds: [late],
        themes: ['suicidal-thoughts'],
        note: canary,
      })
      await office.handlers['contacts.save']({ ...fields, id })
    }
  }
}

/** The person and all that speaks of her, as a destruction does. */
async function erase(office: Office, personId: string): Promise<void> {
  for (const id of contactsOf(office, personId)) await office.handlers['contacts.remove']({ id })
  for (const [id] of office.vaults.store.rows(`select id from referral where personId = '${personId}'`)) {
    await office.handlers['referrals.remove']({ id: String(id) })
  }
  const removed = await office.handlers['people.remove']({ id: personId })
  if (!removed.ok) throw new Error(removed.failure)
}

const contactsOf = (office: Office, personId: string): string[] =>
  office.vaults.store
    .rows(`select contactId from contactPerson where personId = '${personId}' order by contactId`)
    .map(([id]) => String(id))
