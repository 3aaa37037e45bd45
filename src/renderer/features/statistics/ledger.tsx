import { Printer, ScrollText, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { periodName } from '#core/statistics/text/fr/format'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { announceFailure } from '../../toasts.ts'
import { Button } from '../../ui/button.tsx'
import { fullDay, nearMoment, todayHere } from '../../ui/dates.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { EntryDialog, type RegisterEntry } from './entry-dialog.tsx'
import type { Releases } from './publish.tsx'

/** Enough of a SHA-256 to compare by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12)

/** The register: everything that has left, latest first; an alarm when the chain does not hold. */
export function Ledger({ releases: { intact, ledger } }: { releases: Releases }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<RegisterEntry | null>(null)
  if (intact && ledger.length === 0)
    return (
      <EmptyState icon={ScrollText} title={t('statistics.noReleaseTitle')}>
        {t('statistics.noReleaseText')}
      </EmptyState>
    )
  return (
    <div className="publish stack">
      {intact ? (
        <div className="register-head">
          <p className="small intact grow">
            <ShieldCheck size={16} aria-hidden /> {t('statistics.intact')}
          </p>
          <PrintRegister />
        </div>
      ) : (
        <FailureNotice failure="ledger-altered" />
      )}
      <ul className="lines">
        {ledger.toReversed().map((entry) => (
          <EntryLine key={entry.sequence} entry={entry} onOpen={() => setOpened(entry)} />
        ))}
      </ul>
      {opened !== null && <EntryDialog entry={opened} onClose={() => setOpened(null)} />}
    </div>
  )
}

function EntryLine({ entry, onOpen }: { entry: RegisterEntry; onOpen: () => void }) {
  const { t } = useTranslation()
  const { sequence, period, publishedAt, purpose, approver, reassessOn, hash } = entry
  return (
    <li className="ledger-line">
      <div className="grow">
        <h2 className="period-name">{periodName(period)}</h2>
        <p>{purpose}</p>
        <p className="small quiet">
          {t('statistics.entryApproved', { day: nearMoment(publishedAt), approver })}
        </p>
        {reassessOn !== '' && (
          <p className="small muted">
            {t(reassessOn <= todayHere() ? 'statistics.dueReassessment' : 'statistics.reassessBy', {
              day: fullDay(reassessOn),
            })}
          </p>
        )}
      </div>
      <div className="ledger-seal">
        <p className="small muted">
          <span className="visually-hidden">{t('statistics.hash')}</span> {shortHash(hash)}
        </p>
        <Button onPress={onOpen}>{t('statistics.openEntry', { sequence })}</Button>
      </div>
    </li>
  )
}

/** The file is asked each time, away from the releases: the register bears the names of those who approved. */
function PrintRegister() {
  const { t } = useTranslation()
  const choose = useAct('releases.chooseRegisterFile', { quiet: true })
  const print = useAct('releases.printRegister', { quiet: true })
  const ask = () =>
    choose.mutate(undefined, {
      onSuccess: () => print.mutate(undefined),
      onError: (refusal) => {
        const failure = failureOf(refusal)
        if (failure !== 'cancelled') announceFailure(failure)
      },
    })
  return (
    <>
      <Button icon={<Printer size={17} aria-hidden />} onPress={ask} isPending={print.isPending}>
        {t('statistics.printRegister')}
      </Button>
      <p className="small muted register-note">{t('statistics.printRegisterNote')}</p>
      {print.error && <FailureNotice failure={failureOf(print.error)} />}
      {print.data && (
        <Notice tone="ok" title={t('statistics.registerPrinted', { file: print.data.file })} isAlert>
          {t('statistics.registerIsInternal')}
        </Notice>
      )}
    </>
  )
}
