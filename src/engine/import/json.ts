import { failed, ok, type Result } from '#core/result'
import { limits, type ReadFailure } from './limits.ts'

/** A JSON document, refused before it is parsed when it is nested deeper than anything honest. */
export function parseJson(text: string): Result<unknown, ReadFailure> {
  if (depthOf(text) > limits.jsonDepth) return failed('import-too-deep')
  try {
    return ok(JSON.parse(text) as unknown)
  } catch {
    return failed('import-malformed')
  }
}

/** How deep brackets nest outside strings; stops counting once past the limit. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isString = false
  for (let at = 0; at < text.length && deepest <= limits.jsonDepth; at++) {
    const character = text[at]
    if (isString) {
      if (character === '\\') at++
      else if (character === '"') isString = false
    } else if (character === '"') isString = true
    else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth)
    else if (character === ']' || character === '}') depth--
  }
  return deepest
}
