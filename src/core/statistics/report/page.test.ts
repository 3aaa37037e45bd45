import { describe, expect, it } from 'vitest'
import { defaultCatalogue } from '../disclosure/catalogue.ts'
import type { Release } from '../disclosure/export.ts'
import { reportPage, type ReportInput } from './page.ts'
import { tidyTables } from './tidy.ts'

const catalogue = defaultCatalogue(2026)
const release: Release = {
  period: '2026-Q2',
  total: 1150,
  persons: null,
  tables: [
    {
      period: '2026-Q2',
      attribute: 'themeGroup',
      within: null,
      rows: [
        { codes: ['housing'], value: 600 },
        { codes: ['mental-health', 'living-conditions'], value: 550 },
      ],
    },
    {
      period: '2026-Q2',
      attribute: 'incidentIntensity',
      within: null,
      rows: [{ codes: ['1', '2', '3', '4'], value: null }],
    },
  ],
  exact: [
    { measure: 'hours', code: null, value: 66.75 },
    { measure: 'aid-given', code: 'socks', value: 12 },
  ],
  k: 5,
  base: 5,
}
const input: ReportInput = {
  release,
  catalogue,
  catalogueHash: 'ab'.repeat(32),
  publishedOn: '2026-07-01',
  font: 'data:,',
  earlier: [],
}
const tidy = (
  period: string,
  lines: [attribute: string, code: string, measure: string, value: number][],
) => ({
  period,
  rows: lines.map(([attribute, code, measure, value]) => ({
    period,
    attribute,
    code,
    label: code,
    measure,
    value: String(value),
    obs_status: 'A' as const,
    conf_status: 'F' as const,
  })),
})
const firstQuarter = tidy('2026-Q1', [
  ['total', 'all', 'contacts', 1000],
  ['themeGroup', 'housing', 'contacts', 700],
  ['themeGroup', 'mental-health', 'contacts', 300],
  ['incidentIntensity', '1', 'incidents', 15],
  ['incidentIntensity', '2+3+4', 'incidents', 10],
])
const lastYear = tidy('2025', [['total', 'all', 'contacts', 9999]])
const page = (changes: Partial<Release> = {}) => reportPage({ ...input, release: { ...release, ...changes } })

describe('the printed page', () => {
  it('says its figures in French typography', () => {
    const html = page()
    for (const said of [
      '2ᵉ trimestre 2026',
      'du 1ᵉʳ\u00A0avril\u00A02026 au 30\u00A0juin\u00A02026',
      '≈\u00A01\u00A0150',
      '66\u00A0h\u00A045',
      'Autres, regroupés\u00A0: santé mentale\u00A0· alimentation, revenu et emploi',
      'Il a surtout été question de «\u00A0Logement et itinérance\u00A0» (≈\u00A0600)',
      'Publié le 1ᵉʳ\u00A0juillet\u00A02026',
    ]) {
      expect(html).toContain(said)
    }
  })

  it('carries no script and refers to nothing outside itself', () => {
    expect(page()).not.toMatch(/<script|https?:|src=|@import/u)
  })

  it('compares with the last release of the same kind, line by line, from its published rows', () => {
    const html = reportPage({ ...input, earlier: [firstQuarter, lastYear] })
    expect(html).toContain('+\u00A0150 depuis T1\u00A02026')
    expect(html).toContain(
      'aria-label="Interventions par trimestre\u00A0: T1\u00A02026, 1\u00A0000\u00A0; T2\u00A02026, 1\u00A0150."',
    )
    // housing had the same line then, the merged one was another
    expect(html).toContain('<td class="number before">≈\u00A0700</td>')
    expect(html).toContain('<td class="number before">—</td>')
    expect(html).not.toContain('9999')
    expect(page()).not.toContain('class="number before"')
  })

  it('shows conflicts quarter by quarter, and one withheld as withheld', () => {
    const html = reportPage({ ...input, earlier: [firstQuarter] })
    expect(html).toContain('Conflits par trimestre et intensité')
    expect(html).toContain('T1\u00A02026, ≈\u00A025\u00A0; 1, 15\u00A0; 2–\u20604, 10')
    expect(html).toContain('T2\u00A02026, x')
  })

  it('says why when nothing may be said', () => {
    const html = page({ total: null, tables: [], exact: [] })
    expect(html).toContain('Trop peu de personnes')
    expect(html).not.toMatch(/≈\u00A0\d/u)
  })

  it('is the same for the same release', () => {
    expect(page()).toBe(page())
  })

  it('refuses a code its catalogue does not have', () => {
    const tables: Release['tables'] = [
      { period: '2026-Q2', attribute: 'kind', within: null, rows: [{ codes: ['canary'], value: 5 }] },
    ]
    expect(() => page({ tables })).toThrow('a code its catalogue does not have')
    expect(() => tidyTables({ ...release, tables }, catalogue)).toThrow('a code its catalogue does not have')
  })

  it('escapes what it prints', () => {
    const [first, ...others] = catalogue.themeGroup
    if (first === undefined) throw new Error('the catalogue has groups')
    const sly = { ...catalogue, themeGroup: [{ ...first, label: '<b onclick="x">&' }, ...others] }
    expect(reportPage({ ...input, catalogue: sly })).toContain('&lt;b onclick=&quot;x&quot;&gt;&amp;')
  })
})

it('tidy rows tell a withheld value from a shown one', () => {
  const rows = tidyTables(release, catalogue).flatMap((table) => table.rows)
  expect(rows.find(({ attribute }) => attribute === 'incidentIntensity')).toEqual({
    period: '2026-Q2',
    attribute: 'incidentIntensity',
    code: '1+2+3+4',
    label: 'Toutes les catégories réunies',
    measure: 'incidents',
    value: 'x',
    obs_status: 'Q',
    conf_status: 'C',
  })
  expect(rows.find(({ code }) => code === 'housing')).toMatchObject({
    value: '600',
    obs_status: 'A',
    conf_status: 'F',
  })
})
