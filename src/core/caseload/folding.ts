/** Text as it is compared: no accents, no case, ligatures opened, one apostrophe, one space. `person.foldedAliases` keeps some: another way takes a migration. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[’‘ʼ]/gu, "'")
    .replaceAll(/[\u00a0\u202f]/gu, ' ')
}

/** As a French list has them: by a text of theirs, accents and case aside. */
export function byName<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Row[] {
  return rows
    .map((row) => ({ row, name: fold(nameOf(row)) }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ row }) => row)
}
