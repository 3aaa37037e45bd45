/**
 * How many slips of the finger (a letter added, dropped, changed, or two swapped) part a text from the nearest
 * beginning of a word: the optimal string alignment distance, over the word's prefixes. More than `most` is told as
 * `most + 1`.
 */
export const slipsToBegin = (text: string, word: string, most: number): number =>
  Math.min(most + 1, ...lastRow(text, word, most))

/** The same between a text and the whole word. */
export const slipsBetween = (text: string, word: string, most: number): number =>
  Math.min(most + 1, lastRow(text, word, most)[word.length] ?? most + 1)

/** How many slips part the text from each beginning of the word, the empty one first; none when all are more than `most`. */
function lastRow(text: string, word: string, most: number): readonly number[] {
  if (text.length > word.length + most) return []
  let before: number[] = []
  let row = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (let i = 1; i <= text.length; i++) {
    const next = [i]
    for (let j = 1; j <= word.length; j++) {
      const changed = cell(row, j - 1) + Number(text[i - 1] !== word[j - 1])
      const isSwap = i > 1 && j > 1 && text[i - 1] === word[j - 2] && text[i - 2] === word[j - 1]
      const swapped = isSwap ? cell(before, j - 2) + 1 : changed
      next.push(Math.min(cell(row, j) + 1, cell(next, j - 1) + 1, changed, swapped))
    }
    if (Math.min(...next) > most && Math.min(...row) > most) return []
    before = row
    row = next
  }
  return row
}

const cell = (row: readonly number[], at: number): number => row[at] ?? 0
