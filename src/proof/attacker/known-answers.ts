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

/**
 * The problem of sdcTable's test of its simple heuristic (tests/testthat/test-simpleheuristic.R): rows w to z by columns a to d
 * with all margins. With the nine cells below hidden every line has at least two hidden cells, and w|b is known all the same:
 * rows w and x less columns a and c leave 236 - 189 = 47. Hiding x|d as well gives [0, 78] (w|b + x|d = 78); hiding x|b
 * instead gives [0, 141], which is what sdcTable's own attack answers there.
 */
const problem = {
  w: { a: 30, b: 47, c: 64, d: 89 },
  x: { a: 90, b: 124, c: 5, d: 31 },
  y: { a: 92, b: 100, c: 59, d: 85 },
  z: { a: 800, b: 991, c: 651, d: 685 },
}
type Row = keyof typeof problem
type Column = keyof (typeof problem)[Row]
type Cell = `${Row}|${Column}`
const rows: Row[] = ['w', 'x', 'y', 'z']
const columns: Column[] = ['a', 'b', 'c', 'd']
const cells: Cell[] = rows.flatMap((row) => columns.map((column): Cell => `${row}|${column}`))
const valueOf = new Map(
  rows.flatMap((row) => columns.map((column) => [`${row}|${column}`, problem[row][column]])),
)
const hiddenByTheTest: Cell[] = ['w|a', 'w|b', 'w|c', 'x|a', 'x|c', 'y|b', 'y|d', 'z|b', 'z|d']
const beyondTheProblem = 3943

function problemHiding(...hidden: Cell[]): Knowledge {
  const margin = (told: (cell: Cell) => boolean) => {
    const inside = cells.filter(told)
    const value = inside.reduce((sum, cell) => sum + (valueOf.get(cell) ?? 0), 0)
    return { terms: inside.map((cell) => [cells.indexOf(cell), 1] as const), low: value, high: value }
  }
  return {
    unknowns: cells.map((cell) => {
      const value = valueOf.get(cell) ?? 0
      return hidden.includes(cell) ? { low: 0, high: beyondTheProblem } : { low: value, high: value }
    }),
    sums: [
      ...rows.map((row) => margin((cell) => cell.startsWith(row))),
      ...columns.map((column) => margin((cell) => cell.endsWith(column))),
    ],
  }
}

const k = all.indexOf('K')
const wb = cells.indexOf('w|b')
const answers: { knowledge: Knowledge; unknown: number; low: number; high: number }[] = [
  { knowledge: linked('county 1', 'county 2'), unknown: k, low: 0, high: 9 },
  { knowledge: linked('small', 'big'), unknown: k, low: 0, high: 7 },
  { knowledge: linked('county 1', 'county 2', 'small', 'big'), unknown: k, low: 3, high: 3 },
  { knowledge: problemHiding('w|b'), unknown: wb, low: 47, high: 47 },
  { knowledge: problemHiding(...hiddenByTheTest), unknown: wb, low: 47, high: 47 },
  { knowledge: problemHiding(...hiddenByTheTest, 'x|d'), unknown: wb, low: 0, high: 78 },
  { knowledge: problemHiding(...hiddenByTheTest, 'x|b'), unknown: wb, low: 0, high: 141 },
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
