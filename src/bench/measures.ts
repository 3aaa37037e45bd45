export const savesPerRound = 300
/** A checkpoint comes after a busy day. */
export const savesPerCheckpoint = 100

/** What one round of one engine gave: times in milliseconds, memory in MiB. */
export interface Measures {
  unlock: number
  search: number
  /** The first of the session: what it reads was not opened yet, its code has run on an empty caseload only. */
  firstSearch: number
  yearly: number
  /** The same report without the lines the program keeps of each day. */
  yearlyFromRecords: number
  /** The first save of a round: of the first one, also the first of its day, which writes what was put off the day before. */
  firstSave: number
  /** The checkpoint that follows it. */
  firstCheckpoint: number
  /** Those of a day under way. */
  saves: number[]
  checkpoint: number
  peakMemory: number
  longestIdleStep: number | null
  longestSlice: number | null
}

/** One figure beside the other engine's. A null has no meaning there. */
export interface Row {
  metric: string
  size: string
  unit: 'ms' | 'MiB'
  ours: number
  peer: number | null
  ratio: number | null
  floor: number | null
}

interface Rounds {
  ours: Measures[]
  peer: Measures[]
  floor: Pick<Measures, 'saves'>[]
  fileSize: { ours: number; peer: number }
}

/** What no message can interrupt. */
type Longest = 'longestSlice' | 'longestIdleStep'
type Single = Exclude<keyof Measures, 'saves' | Longest | 'firstSave' | 'firstCheckpoint'>

/** Medians over the rounds; of saves, percentiles over all of them. */
export function rowsOf(size: string, { ours, peer, floor, fileSize }: Rounds): Row[] {
  const saves = (rounds: Pick<Measures, 'saves'>[], share: number) =>
    quantile(
      rounds.flatMap((round) => round.saves),
      share,
    )
  const middle = (rounds: Measures[], metric: Single) =>
    quantile(
      rounds.map((round) => round[metric]),
      0.5,
    )
  const row = (
    metric: string,
    unit: Row['unit'],
    mine: number,
    theirs: number | null,
    least: number | null = null,
  ): Row => ({
    metric,
    size,
    unit,
    ours: rounded(mine),
    peer: theirs === null ? null : rounded(theirs),
    ratio: theirs === null ? null : rounded(mine / theirs),
    floor: least === null ? null : rounded(least),
  })
  const both = (metric: Single, name: string = metric, theirs = metric) =>
    row(name, 'ms', middle(ours, metric), middle(peer, theirs))
  const longest = (name: string, metric: Longest) =>
    row(name, 'ms', Math.max(...ours.map((round) => round[metric] ?? 0)), null)
  const ofDay = (name: string, metric: 'firstSave' | 'firstCheckpoint') =>
    row(name, 'ms', ours[0]?.[metric] ?? Number.NaN, peer[0]?.[metric] ?? Number.NaN)
  return [
    both('unlock'),
    row('save p50', 'ms', saves(ours, 0.5), saves(peer, 0.5), saves(floor, 0.5)),
    row('save p99', 'ms', saves(ours, 0.99), saves(peer, 0.99), saves(floor, 0.99)),
    both('search'),
    both('firstSearch', 'search, the first'),
    // what the program does, beside what SQL alone does there
    both('yearly', 'yearly', 'yearlyFromRecords'),
    both('yearly', 'yearly, both summarized'),
    both('yearlyFromRecords', 'yearly, both from records'),
    both('checkpoint'),
    ofDay('first save of a day', 'firstSave'),
    ofDay('checkpoint after it', 'firstCheckpoint'),
    row('file size', 'MiB', fileSize.ours, fileSize.peer),
    row('peak memory', 'MiB', middle(ours, 'peakMemory'), middle(peer, 'peakMemory')),
    longest('verification slice max', 'longestSlice'),
    longest('idle checkpoint step max', 'longestIdleStep'),
  ]
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
