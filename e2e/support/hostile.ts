/** Text that would run, load or draw something if the app took it for anything but text. */
import type * as z from 'zod'
import { commands, type CommandName, type Input } from '#shared/contract'

/** Each shorter than the shortest field that takes a line (200 characters). */
export const corpus: readonly string[] = [
  '<script>globalThis.__xss=1</script>',
  '"><img src=x onerror=globalThis.__xss=1>',
  "'><svg/onload=globalThis.__xss=1>",
  '<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>',
  '<a href="javascript:globalThis.__xss=1" autofocus onfocus=globalThis.__xss=1>x</a>',
  '<details open ontoggle=globalThis.__xss=1><summary>x</summary></details>',
  '<style>@import "https://outside.example/x.css";*{display:none!important}</style>',
  '<base href="https://outside.example/"><link rel=stylesheet href=//outside.example/x.css>',
  '<meta http-equiv=refresh content="0;url=https://outside.example/">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=globalThis.__xss=1&gt;">',
  'javascript:/*--></title></style></textarea></script><svg/onload=globalThis.__xss=1>//',
  '{{constructor.constructor("globalThis.__xss=1")()}} ${globalThis.__xss=1} <%= __xss=1 %>',
  '=HYPERLINK("https://outside.example/","x")|cmd',
  '__proto__ constructor $t(nav.today) {{- value}} $& \\u003cimg src=x onerror=__xss=1\\u003e',
  '\u202E\u0000<img src=x onerror=globalThis.__xss=1>\u2028]]>',
]

/**
 * The same input with every text a person may write freely replaced, field after field, by what follows in the corpus.
 * Codes, days and identifiers stay: their schema refuses anything else.
 */
export function poisoned<N extends CommandName>(name: N, input: Input<N>, from: number): Input<N> {
  const schema: z.ZodType = commands[name].input
  let next = from
  const tried = structuredClone(input)
  const visit = (parent: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(parent)) {
      if (typeof value === 'object' && value !== null) visit(value as Record<string, unknown>)
      if (typeof value !== 'string') continue
      parent[key] = corpus[next++ % corpus.length]
      if (!schema.safeParse(tried).success) parent[key] = value
    }
  }
  visit(tried as Record<string, unknown>)
  return tried
}
