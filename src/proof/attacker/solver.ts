import loadHighs, { type Highs, type Model } from 'highs'

/** What an attacker knows, in whole numbers: each unknown between two bounds, and sums of them between two bounds. */
export type Knowledge = {
  unknowns: readonly { low: number; high: number }[]
  sums: readonly { terms: readonly Term[]; low: number; high: number }[]
}
/** An unknown, by its place, and its factor. */
export type Term = readonly [unknown: number, factor: number]

export type Bound = { unknown: number; low: number; high: number }

export type Solver = {
  /**
   * A whole solution with the least sum of some unknowns, others being within other bounds than their own; null when
   * there is none.
   */
  leastOf(unknowns: readonly number[], instead?: readonly Bound[]): readonly number[] | null
  /** The least and the greatest value of an unknown. */
  boundsOf(unknown: number): { low: number; high: number }
  dispose(): void
}

let loading: Promise<Highs> | undefined

/** An exact solver (HiGHS): what it calls impossible is proven impossible. */
export async function solverOf({ unknowns, sums }: Knowledge): Promise<Solver> {
  loading ??= loadHighs()
  const highs = await loading
  const model: Model = highs.createModel({
    numCols: unknowns.length,
    numRows: sums.length,
    colCost: new Float64Array(unknowns.length),
    colLower: Float64Array.from(unknowns, ({ low }) => low),
    colUpper: Float64Array.from(unknowns, ({ high }) => high),
    rowLower: Float64Array.from(sums, ({ low }) => low),
    rowUpper: Float64Array.from(sums, ({ high }) => high),
    matrix: matrixOf(sums, unknowns.length),
    integrality: new Int32Array(unknowns.length).fill(highs.constants.variableType.integer),
  })
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 })
  const { modelStatus, objectiveSense } = highs.constants
  const solved = (): boolean => {
    model.run()
    const status = model.getModelStatus()
    if (status === modelStatus.optimal) return true
    if (status === modelStatus.infeasible) return false
    throw new Error(`the solver gave up with status ${status}`)
  }
  const optimum = (unknown: number, sense: keyof typeof objectiveSense): number => {
    model.changeColCost(unknown, 1)
    model.changeObjectiveSense(objectiveSense[sense])
    if (!solved()) throw new Error('what the attacker knows contradicts itself')
    const value = Math.round(model.getObjectiveValue())
    model.changeColCost(unknown, 0)
    return value
  }
  return {
    leastOf(minimized, instead = []) {
      for (const { unknown, low, high } of instead) model.changeColBounds(unknown, low, high)
      for (const unknown of minimized) model.changeColCost(unknown, 1)
      model.changeObjectiveSense(objectiveSense.minimize)
      const found = solved() ? Array.from(model.getSolution().colValue, Math.round) : null
      for (const unknown of minimized) model.changeColCost(unknown, 0)
      for (const { unknown } of instead) {
        const own = unknowns[unknown]
        if (own !== undefined) model.changeColBounds(unknown, own.low, own.high)
      }
      return found
    },
    boundsOf: (unknown) => ({ low: optimum(unknown, 'minimize'), high: optimum(unknown, 'maximize') }),
    dispose: () => model.dispose(),
  }
}

function matrixOf(sums: Knowledge['sums'], numCols: number) {
  const starts = [0]
  for (const { terms } of sums) starts.push((starts.at(-1) ?? 0) + terms.length)
  const terms = sums.flatMap((sum) => sum.terms)
  return {
    format: 'csr' as const,
    numRows: sums.length,
    numCols,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(terms, ([unknown]) => unknown),
    values: Float64Array.from(terms, ([, factor]) => factor),
  }
}
