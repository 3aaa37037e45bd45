import { Printer, ScrollText, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { periodName } from '#core/statistics/text/fr/format'
import type { AnyFailure } from '#shared/contract'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { fullDay, nearMoment, todayHere } from '../../ui/dates.ts'
import { FormDialog, TellingDialog } from '../../ui/dialog.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { PaperAnd } from '../print/paper-preview.tsx'
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

function PrintRegister() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<Printer size={17} aria-hidden />} onPress={() => setOpen(true)}>
        {t('statistics.printRegister')}
      </Button>
      {isOpen && <RegisterDialog onClose={() => setOpen(false)} />}
    </>
  )
}

/** The file is asked each time, away from the releases: the register bears the names of those who approved. */
function RegisterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const choose = useAct('releases.chooseRegisterFile', { quiet: true })
  const print = useAct('releases.printRegister', { quiet: true })
  const title = t('statistics.printRegister')
  if (print.data !== undefined)
    return (
      <TellingDialog title={title} isOpen onClose={onClose}>
        <Notice tone="ok" title={t('statistics.registerPrinted', { file: print.data.file })} isAlert>
          {t('statistics.registerIsInternal')}
        </Notice>
      </TellingDialog>
    )
  const failure = [choose.error, print.error].map((error) => error && failureOf(error)).find(isTold)
  return (
    <FormDialog
      title={title}
      isOpen
      size="wide"
      onClose={onClose}
      onSubmit={() => choose.mutate(undefined, { onSuccess: () => print.mutate(undefined) })}
      isSaving={choose.isPending || print.isPending}
      submitLabel={t('print.saveAs')}
    >
      <PaperAnd order={{ paper: 'releases' }} title={title}>
        <p>{t('statistics.printRegisterNote')}</p>
        {failure && <FailureNotice failure={failure} />}
      </PaperAnd>
    </FormDialog>
  )
}

const isTold = (failure: AnyFailure | null): boolean => failure !== null && failure !== 'cancelled'
