import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { periodName } from '#core/statistics/text/fr/format'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/page.tsx'
import { shortHash } from './ledger.tsx'
import { StepHead, type Published } from './publish.tsx'

type DoneStepProps = {
  period: string
  published: Published
  onLedger: () => void
  onRestart: () => void
}

export function DoneStep({ period, published, onLedger, onRestart }: DoneStepProps) {
  const { t } = useTranslation()
  const { folder, files, hash, selfCheck } = published
  return (
    <div className="publish stack">
      <StepHead
        title={
          <span className="done-title">
            <CircleCheck size={20} aria-hidden /> {t('statistics.doneTitle', { period: periodName(period) })}
          </span>
        }
      />
      <p>{t('statistics.doneText')}</p>
      <Facts
        facts={[
          { label: t('statistics.folder'), value: folder },
          ...(selfCheck === null
            ? []
            : [
                {
                  label: t('statistics.check'),
                  value: t('statistics.worldsDone', { count: selfCheck.replayedWorlds }),
                },
              ]),
          { label: t('statistics.files'), value: files.join('\n') },
          { label: t('statistics.hash'), value: shortHash(hash) },
        ]}
      />
      <div className="row">
        <Button onPress={onRestart}>{t('statistics.publishOther')}</Button>
        <Button variant="primary" onPress={onLedger}>
          {t('statistics.seeLedger')}
        </Button>
      </div>
    </div>
  )
}
