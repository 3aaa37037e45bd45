import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct, useRead } from '../../queries.ts'
import { useMay } from '../../role.ts'
import { IconButton } from '../../ui/button.tsx'
import { monthOf, todayHere } from '../../ui/dates.ts'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { monthsOf, visitsTyped } from './visits-typed.ts'

/** How many times the library was visited, month by month: what conflicts are measured against. */
export function Visits() {
  const { t, i18n } = useTranslation()
  const thisMonth = todayHere().slice(0, 7)
  const thisYear = Number(thisMonth.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const entered = useRead('visits.list', undefined).data
  const rate = useRead('statistics.explore', { from: `${year}-01-01`, to: `${year}-12-31` }).data
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 })
  if (entered === undefined) return null
  return (
    <div className="visits-frame">
      <Section
        title={String(year)}
        actions={
          <span className="row">
            <IconButton
              edge
              label={t('activities.yearBefore')}
              icon={<ChevronLeft size={17} aria-hidden />}
              onPress={() => setYear(year - 1)}
            />
            <IconButton
              edge
              label={t('activities.yearAfter')}
              icon={<ChevronRight size={17} aria-hidden />}
              isDisabled={year === thisYear}
              onPress={() => setYear(year + 1)}
            />
          </span>
        }
      >
        <p className="quiet">{t('activities.visitsWhy')}</p>
        <div className="visits">
          {monthsOf(year).map((month) => {
            const count = entered.find((visits) => visits.month === month)?.count ?? null
            // the count is part of the key: a count changed elsewhere, by an undo, replaces what the field held
            return (
              <MonthField
                key={`${month} ${count}`}
                month={month}
                count={count}
                isToCome={month > thisMonth}
              />
            )
          })}
        </div>
        {rate && rate.visits !== null && rate.incidentsPerThousandVisits !== null && (
          <p>
            {t('activities.visitsRate', {
              visits: number.format(rate.visits),
              rate: number.format(rate.incidentsPerThousandVisits),
            })}
          </p>
        )}
      </Section>
    </div>
  )
}

type MonthFieldProps = { month: string; count: number | null; isToCome: boolean }

/** Saved by Enter or on leaving the field, when it changed. */
function MonthField({ month, count, isToCome }: MonthFieldProps) {
  const { t, i18n } = useTranslation()
  const shown = count === null ? '' : new Intl.NumberFormat(i18n.language).format(count)
  const [text, setText] = useState(shown)
  const save = useAct('visits.save', { done: 'activities.visitsSaved' })
  const may = useMay()
  const typed = visitsTyped(text)
  const commit = (event?: FormEvent) => {
    event?.preventDefault()
    if (typed !== undefined && typed !== count && !save.isPending) save.mutate({ month, count: typed })
  }
  return (
    <form noValidate onSubmit={commit}>
      <TextField
        label={monthOf(`${month}-01`)}
        value={text}
        onChange={setText}
        onBlur={commit}
        isDisabled={isToCome || !may('visits.save')}
        maxLength={12}
        error={typed === undefined ? t('activities.visitsCheck') : undefined}
      />
    </form>
  )
}
