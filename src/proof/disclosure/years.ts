import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Tally } from '../subject.ts'
import { canary, openOffice, periods, workAYear, type Habits, type Office } from './lifecycle.ts'

const seeds = [1, 2, 3]
const careless: Habits = { changesThePast: true, erases: false }

/** A year worked to its end in an office of its own. */
async function worked<T>(
  seed: number,
  habits: Habits,
  then: (office: Office, failures: string[]) => T,
): Promise<T> {
  const office = await openOffice()
  try {
    return then(office, await workAYear(office, seed, habits))
  } finally {
    office.close()
  }
}

/**
 * Four quarters and their year with late, corrected, removed notes and erased persons: each period is published once, an
 * erasure changes no figure published before or after, and what left a quarter is part of the year as it was.
 */
export async function yearsAsLived(): Promise<Tally> {
  let states = 0
  let violations = 0
  for (const seed of seeds) {
    const kept = await worked(seed, careless, figuresOf)
    const erased = await worked(seed, { ...careless, erases: true }, figuresOf)
    states += kept.figures.size
    violations += kept.failures + erased.failures
    if (kept.figures.size === 0 || kept.figures.size !== erased.figures.size) violations += 1
    for (const [name, text] of kept.figures) if (erased.figures.get(name) !== text) violations += 1
  }
  return { states, violations }
}

function figuresOf(office: Office, failures: readonly string[]) {
  const tables = [...office.published()].filter(([name]) => name.endsWith('.csv'))
  return {
    failures: failures.length,
    figures: new Map(tables.map(([name, bytes]) => [name, bytes.toString('utf8')])),
  }
}

/** A hundred times the folder is lost and asked for again: the same bytes. */
export async function askedAgain(): Promise<Tally> {
  const office = await openOffice()
  try {
    await workAYear(office, 1, careless)
    const first = office.published()
    let violations = 0
    for (let n = 0; n < 100; n += 1) {
      const period = periods[n % periods.length] ?? ''
      rmSync(join(office.folder, period), { recursive: true })
      if ((await office.publish(period)) !== null) violations += 1
      const again = office.published()
      const isSame =
        again.size === first.size &&
        [...first].every(([name, bytes]) => again.get(name)?.equals(bytes) === true)
      if (!isSame) violations += 1
    }
    return { states: 100, violations }
  } finally {
    office.close()
  }
}

const final = (table: string) => `drop trigger ${table}IsFinal;`
const stays = (table: string) => `drop trigger ${table}Stays;`
const alterations = [
  ...['purpose', 'approver', 'publishedAt', 'catalogueHash', 'filesHash', 'previous', 'hash', 'register'].map(
    (column) => `${final('ledgerEntry')} update ledgerEntry set ${column} = 'autre' where sequence = 1`,
  ),
  `${final('ledgerEntry')} update ledgerEntry set register = '' where sequence = 1`,
  `${final('ledgerEntry')} update ledgerEntry set register = replace(register, 'faible', 'nul')`,
  `${final('releaseFile')} update releaseFile set bytes = x'00' where sequence = 1 and name = 'total.csv'`,
  `${stays('releaseFile')} delete from releaseFile where sequence = 2 and name = 'total.csv'`,
  `${stays('releaseFile')} ${stays('ledgerEntry')} delete from releaseFile where sequence = 2; delete from ledgerEntry where sequence = 2`,
  `${stays('releaseFile')} ${stays('ledgerEntry')} delete from releaseFile; delete from ledgerEntry`,
  `${final('catalogue')} update releaseYear set catalogue = replace(catalogue, '"k":5', '"k":3')`,
  `${stays('closing')} delete from ledgerEntry where 0; pragma foreign_keys = off; delete from closing where period = '2026-Q1'`,
]

/** An altered or lost ledger refuses every road out; a clock moved back refuses to publish. Each alteration is tried alone. */
export async function alteredLedgers(): Promise<Tally> {
  let violations = 0
  for (const alteration of alterations) {
    const refusals = await afterTwoQuarters((office) => {
      office.vaults.store.rows(alteration)
      return refusalsOf(office)
    })
    if (refusals.some((failure) => failure !== 'ledger-altered')) violations += 1
  }
  const late = await afterTwoQuarters(async (office) => {
    office.wall.now = '2026-06-30T09:00'
    return office.publish('2026-Q3')
  })
  if (late !== 'clock-moved-back') violations += 1
  return { states: alterations.length + 1, violations }
}

async function refusalsOf(office: Office): Promise<(string | null)[]> {
  office.wall.now = '2026-10-02T09:00'
  const preview = await office.handlers['releases.preview']({ period: '2026-Q3' })
  const printed = await office.handlers['releases.printRegister']()
  const list = await office.handlers['releases.list']()
  return [
    await office.publish('2026-Q3'),
    preview.ok ? null : preview.failure,
    printed.ok ? null : printed.failure,
    list.ok && !list.value.intact ? 'ledger-altered' : null,
  ]
}

async function afterTwoQuarters<T>(then: (office: Office) => Promise<T>): Promise<T> {
  const office = await openOffice()
  try {
    await workAYear(office, 1, { ...careless, quarters: 2 })
    return await then(office)
  } finally {
    office.close()
  }
}

/** A word written in every text field of the caseload and of the approval: no file and no printed page has it. */
export async function canaries(): Promise<Tally> {
  return worked(2, careless, (office) => {
    const files = [...office.published()].flatMap(([name, bytes]) =>
      name.endsWith('.xlsx') ? Object.values(unzipSync(bytes)).map((part) => Buffer.from(part)) : [bytes],
    )
    const texts = [...files.map((bytes) => bytes.toString('latin1')), ...office.printer.pages]
    const names = [...office.published().keys()]
    const found = [...texts, ...names].filter((text) => text.toLowerCase().includes(canary))
    return { states: texts.length, violations: found.length }
  })
}
