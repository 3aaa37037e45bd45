import { describe, expect, it } from 'vitest'
import { noPrevious } from './disclosure/ledger.ts'
import { registerPage, type RegisterPage } from './register-page.ts'

const register = JSON.stringify({
  techniques: ['Regroupement'],
  analyses: [{ risk: 'inference', before: 'forte', after: 'faible' }],
  residualRisk: 'Très faible.',
  residualNote: 'Relu <b>deux fois</b>',
  reassessOn: '2027-07-01',
})
const entry: RegisterPage['entries'][number] = {
  sequence: 3,
  period: '2026-Q2',
  publishedAt: '2026-07-01T09:00',
  purpose: 'Reddition de comptes',
  approver: 'Coordination',
  catalogueHash: 'cc',
  register,
  previous: noPrevious,
  sealed: { filesHash: 'ff11', hash: 'ee22' },
}
const page = (reader: RegisterPage['reader'], changes: Partial<typeof entry> = {}) =>
  registerPage({ entries: [{ ...entry, ...changes }], reader, font: 'data:,' })

describe('the printed register', () => {
  it('says for the organization what was sealed, what for and by whose leave', () => {
    const html = page('organization')
    expect(html).toContain('Document interne')
    for (const said of [
      'Inscription n° 3 · 2ᵉ trimestre 2026',
      'Regroupement',
      'Inférence',
      'faible',
      'Très faible.',
      'Reddition de comptes',
      'Coordination',
      'Relu &lt;b&gt;deux fois&lt;/b&gt;',
      '1ᵉʳ\u00A0juillet\u00A02027',
      'ee22',
    ])
      expect(html).toContain(said)
    expect(html).not.toMatch(/<script|https?:|src=|@import/u)
  })

  it('leaves with the release without a word that somebody typed', () => {
    const html = page('release', { sealed: null })
    for (const typed of ['Reddition', 'Coordination', 'Relu', 'ee22', 'ff11'])
      expect(html).not.toContain(typed)
    expect(html).toContain('Regroupement')
  })

  it('says when a release is older than the register', () => {
    expect(page('organization', { register: '' })).toContain('Aucune analyse')
  })
})
