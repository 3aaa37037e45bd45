import { ChartColumn, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { referralState } from '#core/caseload/referral'
import { number } from '#core/statistics/text/fr/format'
import type { Output } from '#shared/contract'
import { failureOf } from '../../client.ts'
import { useLists } from '../../lists.tsx'
import { useRead } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { duration, monthOf, todayHere } from '../../ui/dates.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyState, Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { levelOf } from '../incidents/intensity.tsx'
import { ExactTable } from './exact-table.tsx'
import { daysOf, presets, type Days, type Preset } from './exploring.ts'

type Exploration = Output<'statistics.explore'>

/** Exact figures of a few days, for the worker alone. */
export function Explore() {
  const { t } = useTranslation()
  const [preset, setPreset] = useState<Preset>('year')
  const [days, setDays] = useState<Days>(() => daysOf('year', todayHere()))
  const { data, error } = useRead('statistics.explore', days)
  const choose = (key: string) => {
    const next = presets.find((preset) => preset === key) ?? 'year'
    setPreset(next)
    if (next !== 'dates') setDays(daysOf(next, todayHere()))
  }
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
        <p className="confidential">
          <EyeOff size={16} aria-hidden /> {t('statistics.confidential')}
        </p>
      </div>
      {error && <FailureNotice failure={failureOf(error)} />}
      {!error && data && <Figures data={data} />}
    </div>
  )
}

function Figures({ data }: { data: Exploration }) {
  const { t } = useTranslation()
  const labelOf = useCodeLabels()
  const persons = t('statistics.persons')
  if (data.contacts + data.referrals + data.incidents === 0)
    return (
      <EmptyState icon={ChartColumn} title={t('statistics.nothingTitle')}>
        {t('statistics.nothingText')}
      </EmptyState>
    )
  return (
    <>
      <dl className="figures">
        <Figure value={number(data.contacts)} name={t('statistics.figures.contacts')} />
        <Figure value={number(data.persons)} name={t('statistics.figures.persons')} />
        <Figure value={number(data.unidentified)} name={t('statistics.figures.unidentified')} />
        <Figure value={duration(data.minutes)} name={t('statistics.figures.time')} />
        <Figure value={number(data.referrals)} name={t('statistics.figures.referrals')} />
        <Figure value={number(data.incidents)} name={t('statistics.figures.incidents')} />
      </dl>
      <p className="small muted explore-note">{t('statistics.exactNote')}</p>
      <div className="exact-tables">
        {data.months.length > 1 && (
          <Section title={t('statistics.months')}>
            <ExactTable
              title={t('statistics.months')}
              heads={{ label: t('statistics.month'), counted: t('statistics.counted.contacts'), persons }}
              rows={data.months.map(({ month, contacts, persons }) => ({
                key: month,
                label: monthOf(`${month}-01`),
                counted: contacts,
                persons,
              }))}
            />
          </Section>
        )}
        {data.tables
          .filter(({ rows }) => rows.length > 0)
          .map(({ attribute, rows }) => {
            const title = t(`statistics.attributes.${attributeOf(attribute)}`)
            const isIncidents = attribute === 'incidentIntensity'
            return (
              <Section key={attribute} title={title}>
                <ExactTable
                  title={title}
                  heads={{
                    label: t('statistics.category'),
                    counted: t(`statistics.counted.${countedIn(attribute)}`),
                    // most incidents name nobody: a count of persons would say nothing
                    ...(!isIncidents && { persons }),
                  }}
                  rows={rows.map(({ code, contacts, persons }) => ({
                    key: code,
                    label: labelOf(attributeOf(attribute), code),
                    counted: contacts,
                    persons,
                  }))}
                />
              </Section>
            )
          })}
      </div>
    </>
  )
}

function Figure({ value, name }: { value: string; name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

const attributes = [
  'kind',
  'theme',
  'themeGroup',
  'place',
  'mandateAxis',
  'crisis',
  'gender',
  'ageBand',
  'outcome',
  'incidentIntensity',
] as const
type ExactAttribute = (typeof attributes)[number]
const attributeOf = (name: string): ExactAttribute => attributes.find((known) => known === name) ?? 'kind'

function countedIn(attribute: string): 'contacts' | 'referrals' | 'incidents' {
  if (attribute === 'outcome') return 'referrals'
  return attribute === 'incidentIntensity' ? 'incidents' : 'contacts'
}

/** The words of a code: those of the lists, which the worker may have edited; this never leaves. */
function useCodeLabels(): (attribute: ExactAttribute, code: string) => string {
  const { t } = useTranslation()
  const lists = useLists()
  return (attribute, code) => {
    if (attribute === 'kind') return lists.label('contactKind', code)
    if (attribute === 'incidentIntensity')
      return `${code} · ${t(`people.intensity.${levelOf(Number(code))}`)}`
    if (attribute !== 'outcome') return lists.label(attribute, code)
    const state = referralState.safeParse(code)
    return state.success ? t(`people.referralState.${state.data}`) : code
  }
}
