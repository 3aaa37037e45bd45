/** Text as it is compared: no accents, no case. Same words as the full-text index (`remove_diacritics=2`). */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
