import { useTranslation } from 'react-i18next'
import { defaultCatalogue, type Catalogue } from '#core/statistics/disclosure/catalogue'
import { yearOf } from '#core/statistics/period'
import { countedBy, groupLabel, linesOf } from '#core/statistics/report/lines'
import { approximately, hours, number } from '#core/statistics/text/fr/format'
import { reportText } from '#core/statistics/text/fr/report'
import type { ReleasePreview } from '#shared/contract/statistics'
import { Section } from '../../ui/page.tsx'

/** What will leave, in the very words and numbers of the report. */
export function ReleaseTables({ release }: { release: ReleasePreview }) {
  const { t } = useTranslation()
  const catalogue = defaultCatalogue(yearOf(release.period))
  const given = release.exact
    .filter(({ measure }) => measure === 'aid-given')
    .flatMap(({ code, value }) => (code === null ? [] : [{ code, value, label: aidLabel(catalogue, code) }]))
    .sort((a, b) => b.value - a.value)
  const worked = release.exact.find(({ measure }) => measure === 'hours')
  const said = (value: number | null) => (value === null ? t('statistics.withheld') : approximately(value))
  return (
    <>
      <Section title={t('statistics.total')}>
        <PreviewTable
          label={t('statistics.total')}
          rows={[
            { key: 'contacts', label: t('statistics.contacts'), value: said(release.total) },
            ...(release.persons === null
              ? []
              : [{ key: 'persons', label: t('statistics.distinctPersons'), value: said(release.persons) }]),
            ...(worked === undefined
              ? []
              : [{ key: 'hours', label: t('statistics.hours'), value: hours(worked.value) }]),
          ]}
        />
      </Section>
      {release.tables.map((table) => {
        const group = groupLabel(table, catalogue)
        const title = reportText.titles[table.attribute]
        const whole = group === null ? title : `${title} · ${group}`
        return (
          <Section key={`${table.attribute}/${table.within ?? ''}`} title={whole}>
            <PreviewTable
              label={whole}
              heads={[t('statistics.category'), reportText.counted[countedBy(table.attribute)]]}
              rows={linesOf(table, catalogue).map(({ code, label, value, merged }) => ({
                key: code,
                label,
                value: said(value),
                merged,
              }))}
            />
            <p className="small muted">{reportText.notes[table.attribute]}</p>
          </Section>
        )
      })}
      {given.length > 0 && (
        <Section title={t('statistics.aid')}>
          <PreviewTable
            label={t('statistics.aid')}
            heads={[t('statistics.item'), t('statistics.quantity')]}
            rows={given.map(({ code, label, value }) => ({ key: code, label, value: number(value) }))}
          />
        </Section>
      )}
    </>
  )
}

const aidLabel = ({ aidItem }: Catalogue, item: string): string =>
  aidItem.find(({ code }) => code === item)?.label ?? item

type PreviewTableProps = {
  label: string
  heads?: readonly [string, string]
  rows: readonly { key: string; label: string; value: string; merged?: boolean }[]
}

function PreviewTable({ label, heads, rows }: PreviewTableProps) {
  return (
    <table className="plain-table preview-table" aria-label={label}>
      {heads && (
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col" className="number">
              {heads[1]}
            </th>
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ key, label, value, merged }) => (
          <tr key={key} data-merged={merged || undefined}>
            <th scope="row">{label}</th>
            <td className="number">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
