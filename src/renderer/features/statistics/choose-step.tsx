import { useTranslation } from 'react-i18next'
import { date, periodDays, periodName } from '#core/statistics/text/fr/format'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { todayHere } from '../../ui/dates.ts'
import type { Releases } from './publish.tsx'

type PeriodState = Releases['periods'][number]
type ChooseStepProps = { periods: readonly PeriodState[]; onChoose: (period: string) => void }

export function ChooseStep({ periods, onChoose }: ChooseStepProps) {
  const { t } = useTranslation()
  return (
    <div className="publish">
      <header className="step-head">
        <h2>{t('statistics.chooseTitle')}</h2>
        <span className="muted">{t('statistics.step', { step: 1 })}</span>
      </header>
      <p className="publish-lead">{t('statistics.chooseText')}</p>
      <ul className="lines">
        {periods.map((period) => (
          <li key={period.period} className="period-line">
            <div className="grow">
              <p className="period-name">{periodName(period.period)}</p>
              <p className="small quiet">{periodDays(period.period)}</p>
            </div>
            <PeriodAct period={period} onChoose={() => onChoose(period.period)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function PeriodAct({ period, onChoose }: { period: PeriodState; onChoose: () => void }) {
  const { t } = useTranslation()
  if (period.state === 'published') return <Badge tone="ok">{t('statistics.published')}</Badge>
  if (period.state === 'closable')
    return (
      <Button
        onPress={onChoose}
        aria-label={t('statistics.prepareOf', { period: periodName(period.period) })}
      >
        {t('statistics.prepare')}
      </Button>
    )
  const isOver = period.lastDay < todayHere()
  return (
    <span className="small muted">
      {isOver ? t('statistics.afterQuarters') : t('statistics.closes', { day: date(period.lastDay) })}
    </span>
  )
}
