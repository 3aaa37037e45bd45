import { simplify } from './codes.ts'
import { guessDateOrder } from './dates.ts'
import {
  fieldsOf,
  type ImportField,
  type ImportKind,
  type ImportTable,
  type Mapping,
  type Source,
} from './mapping.ts'

/** Headings seen in notebooks and directories, French then English, simplified. The likeliest come first. */
const synonyms: Record<ImportField, readonly string[]> = {
  date: [
    'date',
    'jour',
    'date de l intervention',
    'date du contact',
    'date intervention',
    'day',
    'contact date',
  ],
  time: ['heure', 'debut', 'heure de debut', 'time', 'start', 'start time'],
  people: [
    'personnes',
    'personne',
    'qui',
    'nom',
    'noms',
    'surnom',
    'surnoms',
    'alias',
    'people',
    'persons',
    'person',
    'who',
    'names',
  ],
  unidentifiedCount: [
    'personnes non identifiees',
    'non identifiees',
    'non identifie',
    'anonymes',
    'inconnus',
    'unidentified',
    'unidentified count',
    'anonymous',
  ],
  kinds: [
    'types d intervention',
    'type d intervention',
    'types',
    'type',
    'intervention',
    'nature',
    'kinds',
    'kind',
    'contact type',
  ],
  themes: ['themes', 'theme', 'besoins', 'besoin', 'sujet', 'sujets', 'needs', 'need', 'topics', 'topic'],
  place: ['lieu', 'endroit', 'zone', 'place', 'location'],
  durationMinutes: [
    'duree',
    'duree minutes',
    'duree min',
    'duree en minutes',
    'minutes',
    'temps',
    'duration',
    'duration minutes',
    'length',
  ],
  mandateAxis: ['axe du mandat', 'axe', 'mandat', 'volet', 'mandate axis', 'axis', 'mandate'],
  initiative: ['initiative', 'a l initiative de', 'initiated by'],
  crisis: ['crise', 'type de crise', 'crisis'],
  aidGiven: ['depannage', 'depannages', 'aide donnee', 'dons', 'aid given', 'aid', 'goods', 'items given'],
  note: [
    'note',
    'notes',
    'remarques',
    'remarque',
    'commentaires',
    'commentaire',
    'description',
    'details',
    'observations',
    'comments',
    'comment',
    'remarks',
  ],
  organization: [
    'organisme',
    'organisation',
    'nom de l organisme',
    'ressource',
    'nom de la ressource',
    'nom',
    'organization',
    'organization name',
    'agency',
    'name',
  ],
  service: ['service', 'services', 'nom du service', 'programme', 'service name', 'program'],
  sector: ['secteur', 'categorie', 'sector', 'category'],
  phone: ['telephone', 'tel', 'numero de telephone', 'no de telephone', 'phone', 'phone number'],
  pivotContact: [
    'contact pivot',
    'personne ressource',
    'personne contact',
    'contact',
    'responsable',
    'pivot contact',
    'contact person',
    'contact name',
  ],
  eligibility: [
    'admissibilite',
    'clientele',
    'clientele visee',
    'criteres',
    'eligibility',
    'clientele served',
  ],
  hours: ['heures d ouverture', 'horaire', 'horaires', 'heures', 'hours', 'opening hours', 'schedule'],
  languages: ['langues', 'langue', 'languages', 'language'],
  address: ['adresse', 'adresse civique', 'lieu', 'address', 'location'],
  website: ['site web', 'site internet', 'site', 'url', 'web', 'website'],
  taxonomyCode: ['code de taxonomie', 'code taxonomique', 'taxonomie', 'taxonomy code', 'taxonomy'],
  lastCheckedOn: [
    'verifie le',
    'derniere verification',
    'date de verification',
    'mise a jour',
    'last checked',
    'last verified',
    'assured date',
  ],
  status: ['statut', 'etat', 'status'],
}

const sampleRows = 200

/**
 * The mapping a file most likely calls for: each column serves once. A field without a column gets the text that
 * `fallbacks` has for it, for every row.
 */
export function guessMapping(
  kind: ImportKind,
  table: ImportTable,
  fallbacks: Partial<Record<ImportField, string>> = {},
): Mapping {
  const headings = table.headings.map(simplify)
  const taken = new Set<number>()
  const fields: Partial<Record<ImportField, Source>> = {}
  const take = (field: ImportField, column: number) => {
    if (fields[field] || column < 0 || taken.has(column)) return
    taken.add(column)
    fields[field] = { column }
  }
  for (const field of fieldsOf[kind]) take(field, columnNamed(headings, taken, field))
  for (const field of fieldsOf[kind]) take(field, columnAbout(headings, taken, field))
  for (const field of fieldsOf[kind]) {
    const value = fallbacks[field]
    if (!fields[field] && value !== undefined) fields[field] = { value }
  }
  return { fields, dateOrder: orderOf(table, fields[kind === 'contacts' ? 'date' : 'lastCheckedOn']) }
}

/** The column of the likeliest of the field's own names. */
function columnNamed(headings: readonly string[], taken: ReadonlySet<number>, field: ImportField): number {
  for (const name of [simplify(field), ...synonyms[field]]) {
    const column = headings.findIndex((heading, at) => heading === name && !taken.has(at))
    if (column >= 0) return column
  }
  return -1
}

/** The first column whose heading holds one of the field's names as whole words. */
function columnAbout(headings: readonly string[], taken: ReadonlySet<number>, field: ImportField): number {
  return headings.findIndex(
    (heading, at) => !taken.has(at) && synonyms[field].some((name) => ` ${heading} `.includes(` ${name} `)),
  )
}

function orderOf({ rows }: ImportTable, source: Source | undefined): Mapping['dateOrder'] {
  if (!source || 'value' in source) return 'day-first'
  return guessDateOrder(rows.slice(0, sampleRows).map(({ cells }) => cells[source.column] ?? ''))
}
