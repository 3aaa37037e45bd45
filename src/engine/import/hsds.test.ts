import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hsdsFromJson, hsdsFromTables } from '#core/import/hsds'
import { resourceImportFields, type ImportField } from '#core/import/mapping'
import { act, createOpenEngine } from '../testing/test-engine.ts'

const examples = join(import.meta.dirname, 'testing/hsds')

async function importExample(name: string) {
  const engine = await createOpenEngine()
  engine.places.importFile = join(examples, name)
  const preview = await engine.handlers['import.preview']({ act, kind: 'resources' })
  if (!preview.ok) throw new Error(preview.failure)
  const { mapping, fingerprint, format, issues } = preview.value
  expect(format).toBe('hsds')
  const applied = await engine.handlers['import.apply']({ act, kind: 'resources', mapping, fingerprint })
  expect(applied).toEqual({ ok: true, value: preview.value.counts })
  const resources = await engine.handlers['resources.list']()
  return { engine, issues, counts: preview.value.counts, resources: resources.ok ? resources.value : [] }
}

/** What the specification's examples say of the one service they describe. */
const counselling = {
  organization: 'Example Organization Inc.',
  service: 'Community Counselling',
  sector: 'community',
  eligibility:
    'This service is intended for all people aged 12 and over who require counselling services in the MyCity area',
  website: 'http://example.com/counselling',
  lastCheckedOn: '2005-01-01',
}

describe('the specification’s own examples', () => {
  test('an organization with all that belongs to it', async () => {
    const { resources, issues } = await importExample('organization_full.json')
    expect(issues).toEqual([])
    expect(resources).toMatchObject([
      {
        ...counselling,
        phone: '+44 1234 234567 poste 100',
        hours:
          'The service is available from 10 am to 6pm weekdays. The service is not available on public holidays.',
        languages: ['Urdu'],
        address: '1-30 Main Street, MyVillage, MyCity, ABC 1234',
        pivotContacts: [
          { name: 'Ann Persona', role: 'Reception Manager', phone: '+44 1234 234567 poste 100' },
        ],
        taxonomyCode: 'code',
      },
    ])
    expect(resources[0]?.note).toContain('Counselling Services provided by trained professionals.')
    expect(resources[0]?.note).toContain('£50 per hour')
  })

  test('an organization alone', async () => {
    const { resources } = await importExample('organization_simple.json')
    expect(resources).toMatchObject([
      {
        organization: 'Example Organization Inc.',
        service: '',
        website: 'http://example.com',
        lastCheckedOn: null,
      },
    ])
  })

  test.each(['service_simple.json', 'service_list.json'])(
    'a service, or a page of services: %s',
    async (name) => {
      const { resources } = await importExample(name)
      expect(resources).toMatchObject([
        { ...counselling, languages: [], pivotContacts: [], taxonomyCode: '' },
      ])
    },
  )

  test('the tables: the organization is added; the service, whose organization is not among them, is refused', async () => {
    const { resources, issues, counts } = await importExample('csv/datapackage.json')
    expect(resources).toMatchObject([{ organization: 'Example Organization Inc.', service: '' }])
    expect(counts).toEqual({ added: 1, present: 0, refused: 1, newPeople: 0 })
    expect(issues).toEqual([
      {
        line: 1,
        reason: 'missing-value',
        field: 'organization',
        value: 'Community Counselling',
        suggestion: null,
      },
    ])
  })

  test('are known the second time, and undone in one act', async () => {
    const { engine } = await importExample('organization_full.json')
    const again = await engine.handlers['import.preview']({ act, kind: 'resources' })
    expect(again).toMatchObject({ value: { counts: { added: 0, present: 1, refused: 0 } } })
    expect(await engine.handlers['history.undo']({ act })).toEqual({
      ok: true,
      value: { command: 'import.apply', subject: 'organization_full.json' },
    })
    expect(await engine.handlers['resources.list']()).toEqual({ ok: true, value: [] })
  })

  test('the sector, which HSDS does not know, is the one asked for; nothing else of the mapping counts', async () => {
    const engine = await createOpenEngine()
    engine.places.importFile = join(examples, 'service_simple.json')
    const fields = { sector: { value: 'health' }, organization: { value: 'Autre' } }
    const preview = await engine.handlers['import.preview']({
      act,
      kind: 'resources',
      mapping: { fields, dateOrder: 'day-first' },
    })
    if (!preview.ok) throw new Error(preview.failure)
    await engine.handlers['import.apply']({ act, kind: 'resources', ...preview.value })
    expect(await engine.handlers['resources.list']()).toMatchObject({
      value: [{ organization: 'Example Organization Inc.', sector: 'health' }],
    })
  })
})

test('tables whose identifiers join give the service all that is its own', () => {
  const { rows } = hsdsFromTables(
    (name) =>
      ({
        organization: [
          { id: 'o1', name: 'La Passerelle', website: 'https://passerelle.example' },
          { id: 'o2', name: 'Le Gîte' },
        ],
        service: [
          { id: 's1', organization_id: 'o1', name: 'Repas', status: 'active', assured_date: '2026-05-01' },
          { id: 's2', organization_id: 'o1', name: 'Vestiaire', status: 'defunct' },
        ],
        phone: [
          { id: 'p1', service_id: 's1', number: '819 555-0101' },
          { id: 'p2', contact_id: 'c1', number: '819 555-0102', extension: '7' },
          { id: 'p3', organization_id: 'o2', number: '819 555-0103' },
        ],
        contact: [{ id: 'c1', service_id: 's1', name: 'Rose Fictive', title: 'Accueil; repas' }],
        schedule: [
          { id: 'h1', service_id: 's1', byday: 'MO,WE', opens_at: '11:30:00', closes_at: '13:00:00' },
        ],
        language: [
          { id: 'l1', service_id: 's1', name: 'français' },
          { id: 'l2', service_id: 's1', code: 'es' },
        ],
        location: [{ id: 'w1', name: 'Sous-sol' }],
        address: [{ id: 'a1', location_id: 'w1', address_1: '12, rue Inventée', city: 'Drummondville' }],
        service_at_location: [{ id: 'v1', service_id: 's1', location_id: 'w1' }],
        attribute: [{ id: 't1', link_id: 's1', taxonomy_term_id: 'k1' }],
        taxonomy_term: [{ id: 'k1', code: 'FICTIF-12' }],
      })[name],
  )
  const cellsOf = (at: number) =>
    Object.fromEntries(
      resourceImportFields
        .map((field, column): [ImportField, string] => [field, rows[at]?.cells[column] ?? ''])
        .filter(([, text]) => text !== ''),
    )
  expect(cellsOf(0)).toEqual({
    organization: 'La Passerelle',
    service: 'Repas',
    phone: '819 555-0101, 819 555-0102 poste 7',
    pivotContact: 'Rose Fictive (Accueil, repas), 819 555-0102 poste 7',
    hours: 'lundi, mercredi 11:30–13:00',
    languages: 'français, es',
    address: '12, rue Inventée, Drummondville',
    website: 'https://passerelle.example',
    taxonomyCode: 'FICTIF-12',
    lastCheckedOn: '2026-05-01',
    status: 'active',
  })
  expect(cellsOf(1)).toMatchObject({ service: 'Vestiaire', status: 'defunct' })
  expect(cellsOf(2)).toEqual({ organization: 'Le Gîte', phone: '819 555-0103' })
  expect(rows).toHaveLength(3)
})

test('a field of the wrong type reads as absent, and loses nothing else', () => {
  const table = hsdsFromJson({
    name: 'Repas',
    organization: { name: 'La Passerelle', phones: 'x' },
    phones: [3, { number: 5 }],
    schedules: null,
    email: {},
  })
  expect(table?.rows[0]?.cells.slice(0, 4)).toEqual(['La Passerelle', 'Repas', '', '5'])
})
