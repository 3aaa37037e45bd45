import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { nearDay } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Name } from '../../ui/name.tsx'
import { CopyNames } from './copy-names.tsx'
import { OlderRemain } from './older-remain.tsx'

type TakeoverDoneProps = {
  outcome: Output<'takeovers.run'>
  onClose: () => void
  onPrint: (id: string) => void
}
/** As many as one reads at once; the screens of each have the rest. */
const SHOWN = 8

/** What is done, what could not be reached, and what waits for the new worker. */
export function TakeoverDone({ outcome, onClose, onPrint }: TakeoverDoneProps) {
  const { t } = useTranslation()
  const open = useRead('obligations.list', undefined).data
  return (
    <Dialog
      title={t('takeover.doneTitle')}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <Button icon={<Printer size={17} aria-hidden />} onPress={() => onPrint(outcome.id)}>
            {t('takeover.record')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('security.understood')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('takeover.doneText')}</p>
        <p>{t('security.removedCopies', { count: outcome.removed })}</p>
        {outcome.olderRemain && <OlderRemain />}
        <CopyNames title={t('security.outOfReach')} copies={outcome.outOfReach} />
        <p className="muted">{t('security.makeOne')}</p>
        <h3>{t('takeover.waits')}</h3>
        {open && <Waiting open={open} />}
      </div>
    </Dialog>
  )
}

type Open = Output<'obligations.list'>

function Waiting({ open }: { open: Open }) {
  const { t } = useTranslation()
  const who = (alias: string | null) => (alias === null ? t('takeover.nobody') : <Name>{alias}</Name>)
  const isQuiet =
    [open.requests, open.disclosures, open.incidents, open.followUps].every(({ length }) => length === 0) &&
    open.openReferrals + open.agenda === 0
  if (isQuiet) return <p className="quiet">{t('takeover.nothingWaits')}</p>
  return (
    <>
      <Group
        title={t('takeover.open.requests', { count: open.requests.length })}
        lines={open.requests.map(({ alias, dueOn, daysLeft }) => (
          <>
            {who(alias)} ·{' '}
            {daysLeft < 0
              ? t('time.lateDays', { days: -daysLeft })
              : t('people.due', { day: nearDay(dueOn) })}
          </>
        ))}
      />
      <Group
        title={t('takeover.open.disclosures', { count: open.disclosures.length })}
        lines={open.disclosures.map(({ alias, at }) => (
          <>
            {who(alias)} · {nearDay(at)}
          </>
        ))}
      />
      <Group
        title={t('takeover.open.incidents', { count: open.incidents.length })}
        lines={open.incidents.map(({ knownOn }) => t('takeover.knownOn', { day: nearDay(knownOn) }))}
      />
      <Group
        title={t('takeover.open.followUps', { count: open.followUps.length })}
        lines={open.followUps.map(({ title, alias, dueOn }) => (
          <>
            {title} · {who(alias)} · {nearDay(dueOn)}
          </>
        ))}
      />
      <p className="small muted">
        {t('takeover.open.referrals', { count: open.openReferrals })} ·{' '}
        {t('takeover.open.agenda', { count: open.agenda })}
      </p>
    </>
  )
}

function Group({ title, lines }: { title: string; lines: readonly ReactNode[] }) {
  const { t } = useTranslation()
  if (lines.length === 0) return null
  return (
    <section className="waiting">
      <p className="waiting-title">{title}</p>
      <ul>
        {lines.slice(0, SHOWN).map((line, place) => (
          // they do not move while this is read
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>{line}</li>
        ))}
        {lines.length > SHOWN && (
          <li className="muted">{t('takeover.more', { count: lines.length - SHOWN })}</li>
        )}
      </ul>
    </section>
  )
}
