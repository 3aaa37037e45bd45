/** What a test asks of the app through the page's own bridge, past the screens. */
import type { Page } from '@playwright/test'
import type { Bridge, CommandName, Input, Output, Reply } from '#shared/contract'

declare global {
  interface Window {
    readonly filigrane: Bridge
  }
}

/** Throws the failure's code. */
export async function callEngine<N extends CommandName>(
  page: Page,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const reply = (await page.evaluate(([name, input]) => window.filigrane.call(name, input), [
    name as string,
    input as unknown,
  ] as const)) as Reply<N>
  if (!reply.ok) throw new Error(`${name}: ${reply.failure}`)
  return reply.value
}
