import { describe, expect, test } from 'vitest'
import lists from '../../../resources/default-lists.json' with { type: 'json' }
import { defaultListValues, defaultLists } from '../caseload/lists.ts'
import { resourceFields } from '../caseload/resource.ts'
import { finish } from '../steps.ts'
import { codeMatcher } from './codes.ts'
import { guessMapping } from './headings.ts'
import type { ImportTable } from './mapping.ts'
import { planResources, type KnownResources } from './resources.ts'

const codes = codeMatcher(defaultListValues(defaultLists.parse(lists)))

function outcomes(rows: Record<string, string>[], resources: KnownResources['resources'] = []) {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const table: ImportTable = {
    headings,
    rows: rows.map((row, at) => ({ line: at + 2, cells: headings.map((heading) => row[heading] ?? '') })),
  }
  const mapping = guessMapping('resources', table, { sector: 'community' })
  const planned = finish(planResources(table, mapping, { codes, today: '2026-11-24', resources }))
  return planned.rows.map(({ outcome }) => {
    // what is added by an import is what a form could have saved
    if (outcome.type === 'add') expect(resourceFields.parse(outcome.record)).toEqual(outcome.record)
    return outcome
  })
}
const reasons = (rows: Record<string, string>[]) =>
  outcomes(rows).map((outcome) =>
    outcome.type === 'refused'
      ? outcome.refusals.map(({ field, reason }) => `${field}: ${reason}`)
      : outcome.type,
  )

test('a row becomes the resource it tells', () => {
  expect(
    outcomes([
      {
        Organisme: ' La  Passerelle ',
        Service: 'Repas',
        Secteur: 'réseau de la santé et des services sociaux',
        Téléphone: '819 555-0100',
        'Contact pivot': 'Rose Fictive (accueil), 819 555-0101; Paul',
        Clientèle: '18 ans et plus',
        Horaire: 'Lundi au vendredi\n9 h à 16 h',
        Langues: 'français, Klingon',
        Adresse: '12, rue Inventée',
        'Site web': 'https://passerelle.example',
        Taxonomie: 'FICTIF-12',
        'Vérifié le': '1er mai 2026',
        Notes: 'Sonner deux fois.',
      },
    ]),
  ).toEqual([
    {
      type: 'add',
      record: {
        organization: 'La Passerelle',
        service: 'Repas',
        sector: 'health',
        phone: '819 555-0100',
        pivotContacts: [
          { name: 'Rose Fictive', role: 'accueil', phone: '819 555-0101' },
          { name: 'Paul', role: '', phone: '' },
        ],
        eligibility: '18 ans et plus',
        hours: 'Lundi au vendredi\n9 h à 16 h',
        languages: [codes.find('language', 'français')?.code ?? 'français', 'Klingon'],
        address: '12, rue Inventée',
        website: 'https://passerelle.example',
        taxonomyCode: 'FICTIF-12',
        lastCheckedOn: '2026-05-01',
        note: 'Sonner deux fois.',
      },
    },
  ])
})

test('what a field has no room for goes to the note', () => {
  const hours = 'Lundi. '.repeat(400).trim()
  const phone = '819 555-0100 '.repeat(20).trim()
  const [outcome] = outcomes([
    { Organisme: 'La Passerelle', Horaire: hours, Téléphone: phone, Notes: 'Sonner.' },
  ])
  expect(outcome).toMatchObject({ type: 'add', record: { phone: '', hours: '' } })
  expect(outcome?.type === 'add' && outcome.record.note).toBe(
    `Sonner.\n\nTéléphone : ${phone}\nHoraire : ${hours}`,
  )
})

describe('a row is refused', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['without an organization', { Organisme: '' }, ['organization: missing-value']],
    ['with too long a name', { Organisme: 'x'.repeat(201) }, ['organization: too-long']],
    ['of an unknown sector', { Secteur: 'Lune' }, ['sector: unknown-value']],
    ['for a service that is no more', { Statut: 'Inactive' }, ['status: closed-service']],
    ['of an unreadable day', { 'Vérifié le': 'l’an passé' }, ['lastCheckedOn: bad-date']],
    ['verified tomorrow', { 'Vérifié le': '2026-11-25' }, ['lastCheckedOn: in-the-future']],
    ['with too long a note', { Notes: 'x'.repeat(50_001) }, ['note: too-long']],
  ])('%s', (_, changed, expected) => {
    expect(reasons([{ Organisme: 'La Passerelle', Service: 'Repas', Téléphone: '1', ...changed }])).toEqual([
      expected,
    ])
  })
})

test('a resource is known by its organization and service, accents and case ignored, in the vault or earlier in the file', () => {
  const known = [{ organization: 'Le Gîte', service: '' }]
  const rows = [
    { Organisme: 'LE GITE', Service: '' },
    { Organisme: 'Le Gîte', Service: 'Repas' },
    { Organisme: 'le gite', Service: 'repas' },
  ]
  expect(outcomes(rows, known).map(({ type }) => type)).toEqual(['present', 'add', 'present'])
})
