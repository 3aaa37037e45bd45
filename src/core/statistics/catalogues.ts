import type { Reader, Transaction } from '../database.ts'
import { failed, ok, type Result } from '../result.ts'
import { catalogueOf, frozenQuarters, frozenYear, isCatalogueFixed, openYear } from './closings.ts'
import type { Catalogue } from './disclosure/catalogue.ts'
import { exportYear } from './disclosure/export.ts'
import { ordersOf, proposeOrders, reordered, type PublicOrder } from './disclosure/orders.ts'
import { simulateShown, type Simulated } from './disclosure/simulation.ts'

export type CatalogueView = Pick<Catalogue, 'year' | 'k' | 'base'> & {
  fixed: boolean
  orders: ReturnType<typeof ordersOf>
}

/** The catalogue of a year as it is, or as it would be if nothing were adopted. */
export function viewCatalogue(reader: Reader, year: number): CatalogueView {
  const catalogue = catalogueOf(reader, year)
  const { k, base } = catalogue
  return { year, k, base, fixed: isCatalogueFixed(reader, year), orders: ordersOf(catalogue) }
}

/** `k` is last year's too: a stricter threshold stays until somebody lowers it. */
export type Proposal = { basis: string | null; k: number; orders: PublicOrder[] }

/**
 * The orders for a year, from the release of the year before as it left; as they are when there is none. Its codes are
 * those of its own lists: an update of the program may have added or withdrawn some since last year.
 */
export function proposeCatalogue(reader: Reader, year: number): Proposal {
  const quarters = frozenQuarters(reader, year - 1)
  const closed = frozenYear(reader, year - 1)
  const usual = catalogueOf(reader, year)
  if (quarters === null || closed === null)
    return { basis: null, k: usual.k, orders: proposeOrders(usual, null) }
  const catalogue = catalogueOf(reader, year - 1)
  const basis = String(year - 1)
  const release = exportYear(basis, quarters, closed.referrals, catalogue)
  return { basis, k: catalogue.k, orders: proposeOrders(usual, { catalogue, release }) }
}

export type Draft = { year: number; k: number; orders: readonly PublicOrder[] }

/** Tried on caseloads whose codes are as frequent as the proposal orders them. */
export function simulateCatalogue(
  reader: Reader,
  { year, k, orders }: Draft,
): Result<Simulated[], 'catalogue-invalid'> {
  const current = { ...catalogueOf(reader, year), k }
  const draft = reordered(current, orders)
  if (!draft.ok) return draft
  const usual = reordered(current, proposeCatalogue(reader, year).orders)
  return ok(simulateShown(draft.value, usual.ok ? usual.value : current))
}

/** Fixes the catalogue of a year that has begun or is about to, once. Nothing changes it afterwards. */
export function adoptCatalogue(
  tx: Transaction,
  { year, k, orders }: Draft,
  thisYear: number,
  newKey: () => Uint8Array,
): Result<undefined, 'catalogue-fixed' | 'catalogue-invalid'> {
  const isCurrent = year === thisYear || year === thisYear + 1
  if (!isCurrent || isCatalogueFixed(tx, year)) return failed('catalogue-fixed')
  const draft = reordered({ ...catalogueOf(tx, year), k }, orders)
  if (!draft.ok) return draft
  openYear(tx, draft.value, newKey())
  return ok()
}
