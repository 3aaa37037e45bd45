import { ChartColumn } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { number } from '#core/statistics/text/fr/format'
import type { Output } from '#shared/contract'
import { duration, monthOf } from '../../ui/dates.ts'
import { EmptyState, Section } from '../../ui/page.tsx'
import { attributeOf, countedIn, useCodeLabels } from './attributes.ts'
import { ExactTable } from './exact-table.tsx'
import { sideBySide } from './exploring.ts'
import { MonthChart } from './month-chart.tsx'
import { locale } from '../../text/i18n.ts'

type Exploration = Output<'statistics.explore'>
type FiguresProps = {
  data: Exploration
  /** The period compared with. */
  before: Exploration | null
  /** Then referrals and incidents, which no filter touches, are left out. */
  isFiltered: boolean
}

const rate = () => new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 })

export function Figures({ data, before, isFiltered }: FiguresProps) {
  const { t } = useTranslation()
  const isEmpty = [data, before].every(
    (told) => told === null || told.contacts + told.referrals + told.incidents === 0,
  )
  if (isEmpty)
    return (
      <EmptyState icon={ChartColumn} title={t('statistics.nothingTitle')}>
        {t('statistics.nothingText')}
      </EmptyState>
    )
  const figure = (name: 'contacts' | 'persons' | 'unidentified' | 'referrals' | 'incidents') => (
    <Figure
      key={name}
      value={number(data[name])}
      name={t(`statistics.figures.${name}`)}
      before={before && number(before[name])}
    />
  )
  return (
    <>
      <dl className="figures">
        {(['contacts', 'persons', 'unidentified'] as const).map(figure)}
        <Figure
          value={duration(data.minutes)}
          name={t('statistics.figures.time')}
          before={before && duration(before.minutes)}
        />
        {!isFiltered && (['referrals', 'incidents'] as const).map(figure)}
        {!isFiltered && data.incidentsPerThousandVisits !== null && (
          <Figure
            value={rate().format(data.incidentsPerThousandVisits)}
            name={t('statistics.figures.rate')}
            before={
              typeof before?.incidentsPerThousandVisits === 'number'
                ? rate().format(before.incidentsPerThousandVisits)
                : null
            }
          />
        )}
      </dl>
      <p className="small muted explore-note">{t('statistics.exactNote')}</p>
      <Months months={data.months} />
      <div className="exact-tables">
        {data.tables.map(({ attribute }) => (
          <AttributeTable
            key={attribute}
            attribute={attribute}
            data={data}
            before={before}
            isFiltered={isFiltered}
          />
        ))}
      </div>
    </>
  )
}

function Months({ months }: Pick<Exploration, 'months'>) {
  const { t } = useTranslation()
  if (months.length < 2) return null
  return (
    <Section title={t('statistics.months')}>
      <div className="explore-months">
        <MonthChart months={months} />
        <ExactTable
          title={t('statistics.months')}
          hasBars={false}
          heads={{
            label: t('statistics.month'),
            counted: t('statistics.counted.contacts'),
            persons: t('statistics.persons'),
          }}
          rows={months.map(({ month, contacts, persons }) => ({
            key: month,
            label: monthOf(`${month}-01`),
            counted: contacts,
            persons,
            before: null,
          }))}
        />
      </div>
    </Section>
  )
}

function AttributeTable({ attribute, data, before, isFiltered }: FiguresProps & { attribute: string }) {
  const { t } = useTranslation()
  const labelOf = useCodeLabels()
  const counted = countedIn(attribute)
  const rowsOf = (told: Exploration | null) =>
    told?.tables.find((table) => table.attribute === attribute)?.rows ?? []
  const rows = sideBySide(rowsOf(data), rowsOf(before))
  if (rows.length === 0 || (isFiltered && counted !== 'contacts')) return null
  const title = t(`statistics.attributes.${attributeOf(attribute)}`)
  return (
    <Section title={title}>
      <ExactTable
        title={title}
        heads={{
          label: t('statistics.category'),
          counted: t(`statistics.counted.${counted}`),
          // most incidents name nobody: a count of persons would say nothing
          ...(counted !== 'incidents' && { persons: t('statistics.persons') }),
        }}
        rows={rows.map(({ code, now, before: then }) => ({
          key: code,
          label: labelOf(attributeOf(attribute), code),
          counted: now?.contacts ?? 0,
          persons: now?.persons ?? 0,
          before: before === null ? null : (then?.contacts ?? 0),
        }))}
      />
    </Section>
  )
}

function Figure({ value, name, before }: { value: string; name: string; before: string | null }) {
  const { t } = useTranslation()
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {before !== null && <dd className="figure-before">{t('statistics.thenFigure', { value: before })}</dd>}
    </div>
  )
}
