import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { defaultCatalogue, orderOf, type Catalogue } from '#core/statistics/disclosure/catalogue'
import { exactMeasures, type ExactFigure } from '#core/statistics/disclosure/exact'
import { yearOf } from '#core/statistics/period'
import {
  aidOf,
  countedBy,
  groupLabel,
  hoursOf,
  linesOf,
  othersOf,
  supportOf,
} from '#core/statistics/report/lines'
import { approximately, hours, number } from '#core/statistics/text/fr/format'
import { reportText } from '#core/statistics/text/fr/report'
import type { Output } from '#shared/contract'
import { Section } from '../../ui/page.tsx'

export type Preview = Output<'releases.preview'>
type Reason = Preview['explanations'][number]['reason']

/** What will leave, in the very words and numbers of the report; why a line is merged is said to the worker alone. */
export function ReleaseTables({ release }: { release: Preview }) {
  const { t } = useTranslation()
  const catalogue = defaultCatalogue(yearOf(release.period))
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
                why: whyOf(release, table, code, catalogue),
              }))}
            />
            <p className="small muted">{reportText.notes[table.attribute]}</p>
          </Section>
        )
      })}
      <ExactFigures release={release} catalogue={catalogue} />
    </>
  )
}

/** What is not about persons, as it will leave: exact. */
function ExactFigures({ release, catalogue }: { release: Preview; catalogue: Catalogue }) {
  const { t } = useTranslation()
  const told = { ...release, exact: release.exact.filter(isKnown) }
  const worked = hoursOf(told)
  const support = supportOf(told, catalogue)
  const others = othersOf(told)
  const given = aidOf(told, catalogue)
  const counts = (lines: readonly { code: string; label: string; value: number }[]) =>
    lines.map(({ code, label, value }) => ({ key: `${code} ${label}`, label, value: number(value) }))
  return (
    <>
      {worked.length > 0 && (
        <Section title={reportText.hoursTitle}>
          <PreviewTable
            label={reportText.hoursTitle}
            heads={[reportText.part, reportText.hoursDone]}
            rows={worked.map(({ code, label, value, agreed }) => ({
              key: code,
              label,
              value: hours(value),
              note: `${reportText.hoursAgreed.toLowerCase()} : ${hours(agreed)}`,
            }))}
          />
        </Section>
      )}
      {support.length > 0 && (
        <Section title={reportText.supportTitle}>
          <PreviewTable
            label={reportText.supportTitle}
            heads={[reportText.supportKind, reportText.times]}
            rows={counts(support)}
          />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={reportText.othersTitle}>
          <PreviewTable label={reportText.othersTitle} rows={counts(others)} />
        </Section>
      )}
      {given.length > 0 && (
        <Section title={t('statistics.aid')}>
          <PreviewTable
            label={t('statistics.aid')}
            heads={[t('statistics.item'), t('statistics.quantity')]}
            rows={counts(given)}
          />
        </Section>
      )}
    </>
  )
}

const isKnown = (figure: Preview['exact'][number]): figure is ExactFigure =>
  exactMeasures.some((measure) => measure === figure.measure)

type Why = { reason: Exclude<Reason, 'alone'>; counted: 'contacts' | 'incidents'; first: string; k: number }

/** Null for a line that stands alone. */
function whyOf(
  { explanations, k }: Preview,
  { attribute, within }: Preview['tables'][number],
  code: string,
  catalogue: Catalogue,
): Why | null {
  const found = explanations.find(
    (line) => line.attribute === attribute && line.within === within && line.codes.join('+') === code,
  )
  if (found === undefined || found.reason === 'alone') return null
  const [first] = found.codes
  const entry = orderOf(catalogue, attribute, within).find((entry) => entry.code === first)
  return {
    reason: found.reason,
    counted: countedBy(attribute) === 'incidents' ? 'incidents' : 'contacts',
    first: entry?.label ?? '',
    k,
  }
}

type PreviewRow = {
  key: string
  label: string
  value: string
  merged?: boolean
  why?: Why | null
  note?: string
}
type PreviewTableProps = { label: string; heads?: readonly [string, string]; rows: readonly PreviewRow[] }

function PreviewTable({ label, heads, rows }: PreviewTableProps) {
  const { t } = useTranslation()
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
        {rows.map(({ key, label, value, merged, why, note }) => (
          <tr key={key} data-merged={merged || undefined}>
            <th scope="row">
              {label}
              {note !== undefined && <span className="preview-why">{note}</span>}
              {why && (
                <span className="preview-why">
                  <EyeOff size={13} aria-hidden /> {t(`statistics.why.${why.counted}.${why.reason}`, why)}
                </span>
              )}
            </th>
            <td className="number">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
