/** Text as it is compared: no accents, no case, ligatures opened, one apostrophe. `person.foldedAliases` keeps some: another way takes a migration. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[’‘ʼ]/gu, "'")
}
