import { useTranslation } from 'react-i18next'
import { date, periodName } from '#core/statistics/text/fr/format'
import type { Output } from '#shared/contract'
import { Dialog } from '../../ui/dialog.tsx'
import { Facts } from '../../ui/page.tsx'

export type RegisterEntry = Output<'releases.list'>['ledger'][number]

type EntryDialogProps = { entry: RegisterEntry; onClose: () => void }

/** An entry of the anonymization register, in the words it was sealed with. */
export function EntryDialog({ entry, onClose }: EntryDialogProps) {
  const { t } = useTranslation()
  const { sequence, period, publishedAt, purpose, approver, hash } = entry
  return (
    <Dialog
      title={t('statistics.entryTitle', { sequence, period: periodName(period) })}
      isOpen
      onClose={onClose}
      size="large"
    >
      <div className="stack register-entry">
        <Facts
          facts={[
            { label: t('statistics.publishedOn'), value: date(publishedAt.slice(0, 10)) },
            { label: t('statistics.purpose'), value: purpose },
            { label: t('statistics.approver'), value: approver },
          ]}
        />
        {entry.residualRisk === '' ? (
          <p className="muted">{t('statistics.olderThanRegister')}</p>
        ) : (
          <Analyses entry={entry} />
        )}
        <Facts facts={[{ label: t('statistics.hash'), value: <span className="whole-hash">{hash}</span> }]} />
      </div>
    </Dialog>
  )
}

function Analyses({ entry }: { entry: RegisterEntry }) {
  const { t } = useTranslation()
  const { techniques, analyses, residualRisk, residualNote, reassessOn } = entry
  return (
    <>
      <section>
        <h3>{t('statistics.techniques')}</h3>
        <ul className="techniques">
          {techniques.map((technique) => (
            <li key={technique}>{technique}</li>
          ))}
        </ul>
      </section>
      {analyses.map(({ risk, before, after }) => (
        <section key={risk}>
          <h3>{t(`statistics.risks.${risk}`)}</h3>
          <Facts
            facts={[
              { label: t('statistics.riskBefore'), value: before },
              { label: t('statistics.riskAfter'), value: after },
            ]}
          />
        </section>
      ))}
      <section>
        <h3>{t('statistics.residualRisk')}</h3>
        <p>{residualRisk}</p>
        {residualNote !== '' && <p>{residualNote}</p>}
      </section>
      <Facts facts={[{ label: t('statistics.reassessOn'), value: date(reassessOn) }]} />
    </>
  )
}
