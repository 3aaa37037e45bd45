import type { JSHandle } from '@playwright/test'
import type { BrowserWindow } from 'electron'
import { readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { type Launched, answerNextDialog, onStandIn, windowOf } from '../electron.ts'
import { lockPage } from '../pages/lock.ts'
import { noteOfToday } from '../pages/note.ts'
import { shell } from '../pages/shell.ts'
import { expect, locking, test } from '../support/app.ts'
import { callEngine } from '../support/bridge.ts'
import { lastQuarter, recordQuarter } from '../support/caseload.ts'
import { filesUnder } from '../support/folders.ts'
import { filesHolding, holds, needlesOf } from '../support/needles.ts'

const ALIAS = 'Canari-Ébène-7qx'
const NOTE = 'note canari zibeline 4kv sous la verrière'
const DRAFT = 'brouillon canari okapi 9wd'
const CANARIES = [ALIAS, NOTE, DRAFT]

test('the search finds a canary whatever the encoding and the alignment', () => {
  for (const canary of CANARIES)
    for (const bytes of [Buffer.from(canary), Buffer.from(canary, 'utf16le')])
      for (const before of ['', 'a', 'ab', 'abc']) {
        const framed = Buffer.concat([Buffer.from(before), bytes, Buffer.from('fin')])
        expect(holds(framed, canary)).toBe(true)
        expect(holds(Buffer.from(framed.toString('base64')), canary)).toBe(true)
      }
  expect(holds(Buffer.from('tout autre chose, assez longue pour être fouillée'), NOTE)).toBe(false)
  // a needle too short would be found anywhere
  for (const canary of CANARIES)
    for (const needle of needlesOf(canary)) expect(needle.length).toBeGreaterThan(15)
})

test('no name and no note on the disk, in a title or in the log', async ({ desk, opened, fictional }) => {
  const { page } = opened
  const titles = await watchTitles(opened)
  const note = noteOfToday(page)
  const expectNeutralTitle = async () => expect(await page.title()).toBe('Filigrane')
  await note.createPerson(ALIAS)
  await note.note.fill(NOTE)
  await note.save()
  await expect(shell(page).toast).toContainText('Intervention enregistrée')
  await shell(page).goTo('Personnes')
  await page.getByRole('row', { name: ALIAS }).click()
  await expect(page.getByText(NOTE)).toBeVisible()
  await expectNeutralTitle()
  await shell(page).find('zibeline')
  await expect(shell(page).results.filter({ hasText: ALIAS })).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expectNeutralTitle()
  await shell(page).goTo('Aujourd’hui')
  await note.note.fill(DRAFT)
  await expect(note.kept).toBeVisible()
  expect(placesWhereCanariesAre([desk.folder, ...chromiumProfiles(opened)])).toEqual([])

  const locked = await locking(opened, () => page.keyboard.press('Control+l'))
  await expect(lockPage(locked).title).toHaveText('Verrouillé à votre demande')
  expect(await locked.content()).not.toContain(NOTE)
  expect(placesWhereCanariesAre([desk.folder, ...chromiumProfiles(opened)])).toEqual([])

  // what was typed was really kept
  await lockPage(locked).unlock(fictional.passphrase)
  await shell(locked).rail.waitFor()
  await shell(locked).find('zibeline')
  await expect(shell(locked).results.filter({ hasText: ALIAS })).toHaveCount(1)
  expect(new Set(await titles.seen())).toEqual(new Set(['Filigrane']))
  await opened.close()
  expect(placesWhereCanariesAre([desk.folder])).toEqual([])
})

test('no name and no note in a release', async ({ desk, start }) => {
  const launched = await start()
  const { page } = launched
  const passphrase = 'corbeau violon tracteur brume'
  const lock = lockPage(page)
  await lock.retype(await lock.choosePassphrase(passphrase))
  await shell(page).rail.waitFor()
  await recordQuarter(page, {
    persons: 12,
    alias: (index) => `${ALIAS} ${index}`,
    note: NOTE,
    resource: DRAFT,
  })
  await answerNextDialog(launched.app, 'showOpenDialog', { canceled: false, filePaths: [desk.releases] })
  await callEngine(page, 'releases.chooseFolder', undefined)
  const { files } = await callEngine(page, 'releases.publish', {
    period: lastQuarter().period,
    purpose: 'Bilan trimestriel',
    approver: 'Coordination',
    passphrase,
  })
  expect(files).toContain('rapport.pdf')
  const written = filesUnder(desk.releases)
  // what is compressed is really read: the words of the release are found in the workbook and in the report
  for (const ending of ['.xlsx', 'rapport.pdf']) {
    const [file = ''] = written.filter((name) => name.endsWith(ending))
    expect(textsIn(file).length).toBeGreaterThan(1)
  }
  const [workbook = ''] = written.filter((name) => name.endsWith('.xlsx'))
  expect(textsIn(workbook).some((text) => holds(text, 'Ce qui est compté'))).toBe(true)
  expect(written.length).toBeGreaterThanOrEqual(files.length)
  for (const file of written)
    expect(textsIn(file).filter((text) => CANARIES.some((canary) => holds(text, canary)))).toEqual([])
})

/** A file as it is and, when it is a container, what is compressed in it: the streams of a PDF, the entries of a workbook. */
function textsIn(file: string): Buffer[] {
  const bytes = readFileSync(file)
  if (file.endsWith('.xlsx'))
    return [bytes, ...Object.values(unzipSync(bytes)).map((entry) => Buffer.from(entry))]
  const streams = bytes.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)
  return [bytes, ...[...streams].flatMap(([, stream = '']) => inflated(Buffer.from(stream, 'latin1')))]
}

function inflated(stream: Buffer): Buffer[] {
  try {
    return [inflateSync(stream)]
  } catch {
    // a stream that is not compressed was searched with the whole file
    return []
  }
}

/** Remembers, inside main, every title the window and its page ever had. */
async function watchTitles(launched: Launched) {
  const window: JSHandle<BrowserWindow> = await windowOf(launched)
  const titles = await window.evaluateHandle((w) => {
    const seen = [w.getTitle(), w.webContents.getTitle()]
    w.on('page-title-updated', (_event, title) => seen.push(title))
    setInterval(() => seen.push(w.getTitle(), w.webContents.getTitle()), 50).unref()
    return seen
  })
  return { seen: () => titles.jsonValue() }
}

/** The stand-in's Chromium keeps a profile of its own, removed at the end. */
const chromiumProfiles = ({ app }: Launched): string[] =>
  onStandIn
    ? readdirSync(tmpdir())
        .filter((name) => name.startsWith(`electron-stand-in-${app.process().pid}-`))
        .map((name) => join(tmpdir(), name))
    : []

/** Files that hold a canary, or have one in their name. */
const placesWhereCanariesAre = (folders: readonly string[]): string[] => filesHolding(folders, CANARIES)
