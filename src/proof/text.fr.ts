const whole = new Intl.NumberFormat('fr-CA')
const seconds = (value: number): string => `${whole.format(Math.round(value * 10) / 10)}\u00A0s`

/** French words of a proof, on the terminal. */
export const proofText = {
  usage: (subjects: readonly { name: string; kinds: readonly { name: string }[] }[]) =>
    [
      `Usage\u00A0: npm run proof -- ${subjects.map(({ name }) => name).join('|')} [--states N] [--caseloads N] [--seed S] [--only SORTE] [--json FICHIER]`,
      ...subjects.map(
        ({ name, kinds }) => `Sortes de ${name}\u00A0: ${kinds.map((kind) => kind.name).join(', ')}`,
      ),
    ].join('\n'),
  kind: (name: string, states: number, violations: number) =>
    `${violations === 0 ? '✓' : '✗'} ${name}\u00A0: ${whole.format(states)} états, ${whole.format(violations)} violations`,
  total: (states: number, violations: number, took: number) =>
    `${whole.format(states)} états, ${whole.format(violations)} violations, ${seconds(took)}`,
  written: (file: string) => `Rapport\u00A0: ${file}`,
}
