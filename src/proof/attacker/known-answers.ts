import type { Tally } from '../subject.ts'
import { solverOf, type Knowledge } from './solver.ts'

/**
 * Tables whose answer is known beforehand: an attack that cannot win where it must, or wins where it cannot, would prove
 * nothing of the releases.
 *
 * The linked tables are those of the tests of sdcTable (tests/testthat/test-linked-tables.r): eight regions, in two counties
 * and by size; regions of at most three are hidden. Each table is safe alone; together, « small » less « county 1 » is
 * K + N, N is shown, and K is exactly 3.
 */
const regions = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 }
type Region = keyof typeof regions
const all: Region[] = ['A', 'B', 'I', 'J', 'K', 'L', 'M', 'N']
const margins: Record<string, Region[]> = {
  'county 1': ['A', 'B', 'I', 'J'],
  'county 2': ['K', 'L', 'M', 'N'],
  small: ['A', 'B', 'I', 'J', 'K', 'N'],
  big: ['L', 'M'],
}
const most = 3
const beyond = 100

function linked(...told: string[]): Knowledge {
  return {
    unknowns: all.map((region) =>
      regions[region] <= most ? { low: 0, high: beyond } : { low: regions[region], high: regions[region] },
    ),
    sums: told.map((margin) => {
      const inside = margins[margin] ?? []
      const value = inside.reduce((sum, region) => sum + regions[region], 0)
      return { terms: inside.map((region) => [all.indexOf(region), 1] as const), low: value, high: value }
    }),
  }
}

/** A square of counts with its margins: one hidden cell in a row is known, four at the corners of a rectangle are not. */
const square = [
  [20, 50, 10],
  [8, 19, 22],
  [17, 32, 12],
] as const

function squareHiding(...hidden: (readonly [number, number])[]): Knowledge {
  const isHidden = (row: number, column: number) => hidden.some(([r, c]) => r === row && c === column)
  const line = (cells: readonly (readonly [number, number])[]) => {
    const value = cells.reduce((sum, [row, column]) => sum + (square[row]?.[column] ?? 0), 0)
    return { terms: cells.map(([row, column]) => [row * 3 + column, 1] as const), low: value, high: value }
  }
  const places = [0, 1, 2]
  return {
    unknowns: square.flatMap((cells, row) =>
      cells.map((value, column) =>
        isHidden(row, column) ? { low: 0, high: beyond } : { low: value, high: value },
      ),
    ),
    sums: [
      ...places.map((row) => line(places.map((column) => [row, column] as const))),
      ...places.map((column) => line(places.map((row) => [row, column] as const))),
    ],
  }
}

const k = all.indexOf('K')
const answers: { knowledge: Knowledge; unknown: number; low: number; high: number }[] = [
  { knowledge: linked('county 1', 'county 2'), unknown: k, low: 0, high: 9 },
  { knowledge: linked('small', 'big'), unknown: k, low: 0, high: 7 },
  { knowledge: linked('county 1', 'county 2', 'small', 'big'), unknown: k, low: 3, high: 3 },
  { knowledge: squareHiding([1, 0]), unknown: 3, low: 8, high: 8 },
  { knowledge: squareHiding([1, 0], [1, 1]), unknown: 3, low: 8, high: 8 },
  { knowledge: squareHiding([1, 0], [1, 1], [2, 0], [2, 1]), unknown: 3, low: 0, high: 25 },
]

export async function knownAnswers(): Promise<Tally> {
  let violations = 0
  for (const { knowledge, unknown, low, high } of answers) {
    const solver = await solverOf(knowledge)
    const found = solver.boundsOf(unknown)
    solver.dispose()
    if (found.low !== low || found.high !== high) violations += 1
  }
  return { states: answers.length, violations }
}
