import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContactFields } from '#core/caseload/contact'
import { commands } from '#shared/contract'
import { fictional } from './fictional.ts'
import { createOpenEngine, passphrase, savedId } from './test-engine.ts'

/** Words that only the caseload knows: none may be found in anything that leaves. */
export const canaries = [
  'Casquette-Zorglub',
  'note-Zorglub',
  'Zorglub-inc',
  'raison-Zorglub',
  'intention-Zorglub',
]
export const order = { period: '2026-Q3', purpose: 'intention-Zorglub', approver: 'Zorglub-inc', passphrase }

export type ReleaseDesk = Awaited<ReturnType<typeof releaseDesk>>

/** An open engine and a folder for its releases, to be removed at the end. */
export async function releaseDesk() {
  const engine = await createOpenEngine()
  const folder = mkdtempSync(join(tmpdir(), 'filigrane-release-'))
  engine.places.releases = folder
  const { handlers } = engine
  return {
    engine,
    folder,
    /** Seven persons, each met in each of these months about housing, the first three also about mental health. */
    caseload: async (...months: string[]): Promise<void> => {
      for (let n = 0; n < 7; n += 1) {
        const gender = n < 3 ? 'woman' : 'man'
        const personId = await savedId(
          handlers['people.save'](fictional.person({ aliases: [`Casquette-Zorglub ${n}`], gender })),
        )
        const meet = (fields: Partial<ContactFields>) =>
          savedId(
            handlers['contacts.save'](
              fictional.contact({
                personIds: [personId],
                note: 'note-Zorglub',
                durationMinutes: 15,
                aidGiven: [{ item: 'socks', quantity: 1 }],
                ...fields,
              }),
            ),
          )
        for (const month of months) {
          await meet({ at: `${month}-10T14:00`, themes: ['housing'] })
          if (n < 3) await meet({ at: `${month}-11T14:00`, themes: ['mental-health'] })
        }
      }
    },
    publish: (changes: Partial<typeof order> = {}) => handlers['releases.publish']({ ...order, ...changes }),
    /** Each period the screen would show, with its state; the answer is the contract's. */
    statesOf: async () => {
      const listed = await handlers['releases.list']()
      if (!listed.ok) throw new Error(listed.failure)
      const { periods } = commands['releases.list'].output.parse(listed.value)
      return Object.fromEntries(periods.map(({ period, state }) => [period, state]))
    },
    remove: () => {
      chmodSync(folder, 0o755)
      rmSync(folder, { recursive: true })
    },
  }
}
