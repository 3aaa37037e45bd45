import type { ImportField } from '../../mapping.ts'

/** What a line of a resource’s note is about. These words are written into the record. */
const titles: Partial<Record<ImportField, string>> = {
  phone: 'Téléphone',
  pivotContact: 'Contact pivot',
  eligibility: 'Admissibilité',
  hours: 'Horaire',
  languages: 'Langues',
  address: 'Adresse',
  website: 'Site web',
  taxonomyCode: 'Code de taxonomie',
}

/** The note, then a line for each detail that its own field has no room for. */
export function resourceNote(note: string, details: readonly { field: ImportField; text: string }[]): string {
  const lines = details
    .filter(({ text }) => text !== '')
    .map(({ field, text }) => `${titles[field] ?? field} : ${text}`)
  return [note, lines.join('\n')].filter((part) => part !== '').join('\n\n')
}

const days: readonly (readonly [string, string])[] = [
  ['MO', 'lundi'],
  ['TU', 'mardi'],
  ['WE', 'mercredi'],
  ['TH', 'jeudi'],
  ['FR', 'vendredi'],
  ['SA', 'samedi'],
  ['SU', 'dimanche'],
]

/** The days of a recurrence rule (`MO,WE`, with or without ranks) in words; what is no day stays as it is. */
export function daysInWords(byday: string): string {
  return byday
    .split(',')
    .map((part) => days.find(([code]) => part.trim().toUpperCase().endsWith(code))?.[1] ?? part.trim())
    .filter((day) => day !== '')
    .join(', ')
}

export const inExtension = (number: string): string => `poste ${number}`
