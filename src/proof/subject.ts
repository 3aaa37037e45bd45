/** Options of a proof, as given on the command line. */
export type ProofOptions = {
  seed: number
  caseloads: number
  /** About how many states to try, where they can be chosen; null for the subject's own measure. */
  states: number | null
  /** The name of the only kind to try. */
  only: string | null
}

/** How much was tried of one kind, and how often what is promised did not hold. */
export type Tally = { states: number; violations: number }

/** One part of a proof, named in the report. */
export type Kind = { name: string; run: (options: ProofOptions) => Promise<Tally> | Tally }

/** What can be proven: `npm run proof -- <name>`. Adding a subject is adding it to `subjects` in `index.ts`. */
export type Subject = { name: string; kinds: readonly Kind[] }

export type Report = {
  subject: string
  states: number
  violations: number
  seed: number
  seconds: number
  byKind: Record<string, Tally>
}

/** The subject asked for; none when it has not the kind that is: a proof of nothing would find nothing wrong. */
export function chosen(
  subjects: readonly Subject[],
  { subject, only }: { subject: string; only: string | null },
): Subject | undefined {
  return subjects.find(
    ({ name, kinds }) => name === subject && (only === null || kinds.some((kind) => kind.name === only)),
  )
}

/** Runs every kind of a subject, one after the other; `told` hears of each as it ends. */
export async function prove(
  { name, kinds }: Subject,
  options: ProofOptions,
  told: (kind: string, tally: Tally) => void,
): Promise<Report> {
  const started = performance.now()
  const byKind: Record<string, Tally> = {}
  for (const kind of kinds.filter(({ name }) => options.only === null || name === options.only)) {
    const tally = await kind.run(options)
    byKind[kind.name] = tally
    told(kind.name, tally)
  }
  const { states, violations } = sumOf(Object.values(byKind))
  const seconds = Math.round((performance.now() - started) / 100) / 10
  return { subject: name, states, violations, seed: options.seed, seconds, byKind }
}

export const sumOf = (tallies: readonly Tally[]): Tally => ({
  states: tallies.reduce((sum, { states }) => sum + states, 0),
  violations: tallies.reduce((sum, { violations }) => sum + violations, 0),
})
