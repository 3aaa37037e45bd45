import { pulseLevels } from './pulse.ts'

/** Five dots, as many filled as the answer: the shape says it without a colour. */
export function PulseMark({ level }: { level: number }) {
  return (
    <svg className="pulse-mark" width="44" height="8" viewBox="0 0 44 8" aria-hidden>
      {pulseLevels.map((step) => (
        <circle key={step} cx={step * 9 - 5} cy="4" r="3" data-filled={step <= level || undefined} />
      ))}
    </svg>
  )
}
