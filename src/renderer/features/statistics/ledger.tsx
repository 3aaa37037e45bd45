import { ScrollText, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { periodName } from '#core/statistics/text/fr/format'
import { nearMoment } from '../../ui/dates.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyState } from '../../ui/page.tsx'
import type { Releases } from './publish.tsx'

/** Enough of a SHA-256 to compare by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12)

/** Everything that has left, latest first; an alarm when the chain does not hold. */
export function Ledger({ releases: { intact, ledger } }: { releases: Releases }) {
  const { t } = useTranslation()
  if (intact && ledger.length === 0)
    return (
      <EmptyState icon={ScrollText} title={t('statistics.noReleaseTitle')}>
        {t('statistics.noReleaseText')}
      </EmptyState>
    )
  return (
    <div className="publish stack">
      {intact ? (
        <p className="small intact">
          <ShieldCheck size={16} aria-hidden /> {t('statistics.intact')}
        </p>
      ) : (
        <FailureNotice failure="ledger-altered" />
      )}
      <ul className="lines">
        {ledger.toReversed().map(({ sequence, period, publishedAt, purpose, approver, hash }) => (
          <li key={sequence} className="ledger-line">
            <div className="grow">
              <h2 className="period-name">{periodName(period)}</h2>
              <p>{purpose}</p>
              <p className="small quiet">
                {t('statistics.entryApproved', { day: nearMoment(publishedAt), approver })}
              </p>
            </div>
            <p className="small muted ledger-seal">
              {t('statistics.entry', { sequence })}
              <br />
              <span className="visually-hidden">{t('statistics.hash')}</span> {shortHash(hash)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
