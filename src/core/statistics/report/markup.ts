import { typeset } from '../text/fr/format.ts'

/** Markup already safe to join. Only this file makes it. */
export type Markup = { readonly markup: string }

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/gu, (mark) => escapes[mark] ?? '')

type Part = string | number | Markup | readonly Markup[]

/** A template whose every value is escaped and typeset, except markup made by another one. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return {
    markup: parts
      .map((part, index) => part + (index < values.length ? rendered(values[index]) : ''))
      .join(''),
  }
}

function rendered(value: Part | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return escape(typeset(value))
  if (typeof value === 'number') return String(value)
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

/** Markup written by hand in the code, such as a style sheet. */
export const raw = (markup: string): Markup => ({ markup })

export const nothing: Markup = raw('')
