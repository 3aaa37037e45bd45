/** One worker's computer as the app sees it: a profile, a place for the vault, a folder for releases. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

export interface Desk {
  folder: string
  profile: string
  vault: string
  releases: string
}
/** A closed vault and what opens it. */
export interface ClosedVault {
  folder: string
  passphrase: string
}

/** A new desk; `vault` is where the app will look for one. */
export function newDesk(vault?: string): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'filigrane-desk-'))
  const desk = {
    folder,
    profile: join(folder, 'profile'),
    vault: vault ?? join(folder, 'carnet.filigrane'),
    releases: join(folder, 'publications'),
  }
  mkdirSync(desk.profile)
  mkdirSync(desk.releases)
  writeFileSync(join(desk.profile, 'settings.json'), JSON.stringify({ vault: desk.vault }))
  return desk
}

export const clearDesk = ({ folder }: Desk): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })

export function putVault({ folder }: ClosedVault, desk: Desk): void {
  cpSync(folder, desk.vault, { recursive: true })
}

/** Builds the fictional caseload with `npm run demo`'s own program, ending yesterday, one quarter left to publish. Takes seconds. */
export function makeFictionalVault(out: string): ClosedVault {
  const said = execFileSync(
    process.execPath,
    [join(ROOT, '.dev/demo.mjs'), '--out', out, '--until', dayFromToday(-1), '--leave', '1'],
    { encoding: 'utf8', cwd: ROOT },
  )
  const passphrase = /^Phrase de passe\s: (.+)$/mu.exec(said)?.[1]
  if (passphrase === undefined) throw new Error(`the demonstration printed no passphrase:\n${said}`)
  return { folder: join(out, 'carnet.filigrane'), passphrase }
}

/** `YYYY-MM-DD`, that many days after today, here. */
export function dayFromToday(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
