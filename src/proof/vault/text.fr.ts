import type { Violation } from './verdict.ts'

/** What the terminal says of a vault that broke its promise. */
export const violationText = ({ kind, state, found }: Violation, seed: number, states: number): string =>
  `Violation, ${kind}, ${state}\u00A0: ${found}\n  Pour la revoir\u00A0: npm run proof -- vault --only ${kind} --seed ${seed} --states ${states}\n`
