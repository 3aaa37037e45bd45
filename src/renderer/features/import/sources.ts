import type { ListName } from '#core/caseload/lists'
import type { ImportField, ImportKind, Mapping, Source } from '#core/import/mapping'

/** Fields that every record needs and a notebook often leaves unsaid, because it never changes there. */
export const listOfField: Partial<Record<ImportField, ListName>> = {
  kinds: 'contactKind',
  place: 'place',
  mandateAxis: 'mandateAxis',
  sector: 'sector',
}

/** Without them, no row can be added. */
export const neededFields: readonly ImportField[] = [
  'date',
  'kinds',
  'place',
  'mandateAxis',
  'organization',
  'sector',
]

export const dateField = { contacts: 'date', resources: 'lastCheckedOn' } as const satisfies Record<
  ImportKind,
  ImportField
>

/** A source as the key of an option, and back. */
export function keyOfSource(source: Source | undefined): string {
  if (!source) return 'none'
  return 'column' in source ? `column ${source.column}` : `value ${source.value}`
}

export function withSource(mapping: Mapping, field: ImportField, key: string): Mapping {
  const [type, ...rest] = key.split(' ')
  const text = rest.join(' ')
  const { [field]: _, ...fields } = mapping.fields
  if (type === 'column') return { ...mapping, fields: { ...fields, [field]: { column: Number(text) } } }
  if (type === 'value') return { ...mapping, fields: { ...fields, [field]: { value: text } } }
  return { ...mapping, fields }
}

/** The places of the columns no field reads. */
export function unusedColumns(mapping: Mapping, columns: number): number[] {
  const used = Object.values(mapping.fields).map((source) => ('column' in source ? source.column : -1))
  return Array.from({ length: columns }, (_, at) => at).filter((at) => !used.includes(at))
}
