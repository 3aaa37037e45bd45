/** Packages: those an app makes here, and those no honest one would, from a stranger, past their day, or signed by somebody else. */
import type { Page } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageCrypto } from '../../src/engine/adapters/sodium-signing.ts'
import type { PackageContent } from '../../src/core/review/packages/content.ts'
import { sealPackage } from '../../src/core/review/packages/format.ts'
import { decodeCard, encodeCard, ownKeysOf, type OwnKeys } from '../../src/core/review/packages/identity.ts'
import { answerNextDialog, type Launched } from '../electron.ts'
import { callEngine } from './bridge.ts'
import { dayFromToday } from './desk.ts'

const keysOf = (byte: number): OwnKeys => ownKeysOf(packageCrypto, new Uint8Array(32).fill(byte))

const fictional: PackageContent = {
  format: 'filigrane-revue',
  version: 1,
  organization: 'La Piaule',
  note: 'Pour mardi : deux fiches où j’hésite. Je rappelle jeudi.',
  files: [
    {
      alias: 'La dame au chariot',
      question: 'que faire si elle refuse encore l’hébergement',
      ageBand: '50 à 64 ans',
      bondStage: 'Accompagnement',
      engagedOn: dayFromToday(-60),
      safetyNote: 'Ne pas arriver par derrière : elle sursaute.',
      safetyNoteSealed: false,
      since: `${dayFromToday(-28)}T10:00`,
      entries: [
        {
          type: 'contact',
          at: `${dayFromToday(-2)}T14:10`,
          kinds: ['Écoute', 'Accompagnement'],
          themes: ['Logement', 'Santé physique'],
          place: 'Hall',
          minutes: 45,
          crisis: null,
          note: 'Elle est venue avec ••• et a demandé qu’on relise la lettre ensemble. Le froid l’inquiète.',
          noteSealed: false,
        },
        {
          type: 'incident',
          at: `${dayFromToday(-5)}T16:30`,
          kinds: ['Entre usagers'],
          intensity: 2,
          outcome: 'Apaisé',
          note: 'Une place disputée près de la fenêtre.',
        },
        {
          type: 'referral',
          at: dayFromToday(-12),
          resource: 'La Passerelle, hébergement',
          theme: 'Logement',
          state: 'sur liste d’attente',
          openDays: 12,
          note: '',
        },
        { type: 'followUp', at: dayFromToday(-3), title: 'Rappeler La Passerelle', doneAt: null },
        {
          type: 'contact',
          at: `${dayFromToday(-16)}T11:00`,
          kinds: ['Écoute'],
          themes: [],
          place: 'Parc',
          minutes: 20,
          crisis: null,
          note: '',
          noteSealed: true,
        },
        { type: 'bondStage', at: dayFromToday(-20), stage: 'Accompagnement' },
      ],
    },
    {
      alias: 'Le petit René',
      question: '',
      ageBand: '18 à 24 ans',
      bondStage: 'Lien',
      engagedOn: null,
      safetyNote: '',
      safetyNoteSealed: false,
      since: null,
      entries: [],
    },
  ],
}

/** The card of a coordinator nobody is. */
export const writeCard = (file: string): void => writeFileSync(file, encodeCard(packageCrypto, keysOf(43)))

/** Writes a package for the holder of a card. */
export function writePackage(
  cardFile: string,
  file: string,
  { days = 7, isForged = false }: { days?: number; isForged?: boolean } = {},
): void {
  const recipient = decodeCard(packageCrypto, readFileSync(cardFile))
  if (!recipient.ok) throw new Error(recipient.failure)
  const claimed = keysOf(41)
  const sender = isForged ? { ...claimed, signSecret: keysOf(42).signSecret } : claimed
  const sealed = sealPackage(packageCrypto, sender, recipient.value, {
    id: crypto.randomUUID(),
    createdAt: `${dayFromToday(Math.min(days, 0) - 1)}T09:00`,
    expiresOn: dayFromToday(days),
    content: new TextEncoder().encode(JSON.stringify(fictional)),
  })
  if (!sealed.ok) throw new Error(sealed.failure)
  writeFileSync(file, sealed.value)
}

/** Hands the file of a person over to « Coordination », whose card is written and registered first, for a week; into that folder. */
export async function handOver(
  { app }: Launched,
  page: Page,
  { folder, passphrase }: { folder: string; passphrase: string },
  personId: string,
): Promise<void> {
  const card = join(folder, 'coordination.filigrane-cle')
  writeCard(card)
  await answerNextDialog(app, 'showOpenDialog', { canceled: false, filePaths: [card] })
  await callEngine(page, 'packages.chooseCard', undefined)
  const { number } = await callEngine(page, 'packages.readCard', undefined)
  await callEngine(page, 'packages.register', { number, name: 'Coordination', replaces: false })
  const { correspondents } = await callEngine(page, 'packages.list', undefined)
  const filePath = join(folder, 'remis.filigrane-revue')
  await answerNextDialog(app, 'showSaveDialog', { canceled: false, filePath })
  await callEngine(page, 'packages.chooseNewFile', undefined)
  await callEngine(page, 'packages.make', {
    correspondentId: correspondents[0]?.id ?? '',
    files: [{ personId, question: '' }],
    sinceLastReview: false,
    expiresOn: dayFromToday(7),
    note: '',
    passphrase,
  })
}
