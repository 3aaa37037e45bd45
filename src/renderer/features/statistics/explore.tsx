import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExplorationFilter } from '#core/statistics/measures/meetings'
import { failureOf } from '../../client.ts'
import { useRead } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { ExploreFilter, isFiltered } from './explore-filter.tsx'
import {
  comparedDays,
  comparisons,
  daysOf,
  presets,
  type Comparison,
  type Days,
  type Preset,
} from './exploring.ts'
import { Figures } from './figures.tsx'

/** Exact figures of a few days, for the worker alone: any filter, beside another period or not. */
export function Explore() {
  const { t } = useTranslation()
  const [preset, setPreset] = useState<Preset>('year')
  const [days, setDays] = useState<Days>(() => daysOf('year', todayHere()))
  const [comparison, setComparison] = useState<Comparison>('none')
  const [filter, setFilter] = useState<ExplorationFilter>({})
  const compared = comparedDays(comparison, preset, days)
  const { data, error } = useRead('statistics.explore', { ...days, filter })
  const before = useRead(
    'statistics.explore',
    { ...(compared ?? days), filter },
    { enabled: compared !== null },
  )
  const choose = (key: string) => {
    const next = presets.find((preset) => preset === key) ?? 'year'
    setPreset(next)
    if (next !== 'dates') setDays(daysOf(next, todayHere()))
  }
  const failure = error ?? (compared === null ? null : before.error)
  return (
    <div className="explore">
      <div className="explore-head">
        <Select
          label={t('statistics.period')}
          value={preset}
          onChange={choose}
          options={presets.map((key) => ({ key, label: t(`statistics.periods.${key}`) }))}
        />
        {preset === 'dates' && (
          <>
            <DateField
              label={t('statistics.from')}
              value={days.from}
              onChange={(from) => from !== null && setDays({ ...days, from })}
            />
            <DateField
              label={t('statistics.to')}
              value={days.to}
              onChange={(to) => to !== null && setDays({ ...days, to })}
            />
          </>
        )}
        <Select
          label={t('statistics.compare')}
          value={comparison}
          onChange={(key) => setComparison(comparisons.find((known) => known === key) ?? 'none')}
          options={comparisons.map((key) => ({ key, label: t(`statistics.comparisons.${key}`) }))}
        />
        <p className="confidential">
          <EyeOff size={16} aria-hidden /> {t('statistics.confidential')}
        </p>
      </div>
      <ExploreFilter filter={filter} onChange={setFilter} />
      {failure && <FailureNotice failure={failureOf(failure)} />}
      {!failure && data && (
        <Figures
          data={data}
          before={compared === null ? null : (before.data ?? null)}
          isFiltered={isFiltered(filter)}
        />
      )}
    </div>
  )
}
