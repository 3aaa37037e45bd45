import { Archive, Hourglass, ShieldX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useRead } from '../../queries.ts'
import type { Tone } from '../../ui/badge.tsx'
import { fullDay, nearDay, todayHere } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Section } from '../../ui/page.tsx'
import { NotReached, PackagesLeft } from './copies-left.tsx'
import { DutyLine } from './duty-line.tsx'
import { ErasureDialog } from './erasure-dialog.tsx'
import { HoldDialog } from './hold-dialog.tsx'

export type RetentionRow = Output<'retention.list'>[number]

const tones: Record<RetentionRow['state'], Tone> = { kept: 'plain', held: 'information', due: 'warning' }

/** Closed files, each with its clock; what was decided of those before. */
export function RetentionTab() {
  const { t } = useTranslation()
  const [overlay, setOverlay] = useState<{ row: RetentionRow; does: 'erase' | 'hold' } | null>(null)
  const rows = useRead('retention.list', undefined).data
  if (rows === undefined) return null
  const due = rows.filter(({ state }) => state === 'due').length
  const close = () => setOverlay(null)
  return (
    <div className="stack">
      {due > 0 && (
        <Notice tone="warning" title={t('duties.dueTitle', { count: due })}>
          {t('duties.dueText')}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={Archive} title={t('duties.retentionEmpty')}>
          {t('duties.retentionEmptyText')}
        </EmptyState>
      ) : (
        <ul className="lines duty-lines">
          {rows.map((row) => (
            <RetentionLine
              key={row.id}
              row={row}
              onErase={() => setOverlay({ row, does: 'erase' })}
              onHold={() => setOverlay({ row, does: 'hold' })}
            />
          ))}
        </ul>
      )}
      <Erasures />
      {overlay?.does === 'erase' && <ErasureDialog row={overlay.row} onClose={close} />}
      {overlay?.does === 'hold' && <HoldDialog row={overlay.row} onClose={close} />}
    </div>
  )
}

type RetentionLineProps = { row: RetentionRow; onErase: () => void; onHold: () => void }

function RetentionLine({ row, onErase, onHold }: RetentionLineProps) {
  const { t } = useTranslation()
  const { id, alias, closedOn, endsOn, heldUntil, holdWords, state } = row
  const named = { what: t('duties.closedFile'), alias }
  return (
    <DutyLine
      on={closedOn}
      label={t('duties.openEntry', named)}
      title={named.what}
      who={{ id, alias }}
      facts={[
        t('duties.endsOn', { day: fullDay(endsOn) }),
        ...(heldUntil === null ? [] : [t('duties.heldUntil', { day: fullDay(heldUntil), words: holdWords })]),
      ]}
      state={{ text: t(`duties.retentionStates.${state}`), tone: tones[state] }}
      onOpen={onErase}
      menu={{
        label: t('duties.entryActions', named),
        actions: [
          {
            key: 'hold',
            command: 'retention.hold',
            label: t('duties.hold'),
            icon: <Hourglass size={16} aria-hidden />,
            onAction: onHold,
          },
          {
            key: 'erase',
            command: 'erasures.decide',
            label: t('duties.decide'),
            icon: <ShieldX size={16} aria-hidden />,
            isDanger: true,
            onAction: onErase,
          },
        ],
      }}
    />
  )
}

/** What was decided, without whose file it was. */
function Erasures() {
  const { t } = useTranslation()
  const rows = useRead('erasures.list', undefined).data ?? []
  if (rows.length === 0) return null
  return (
    <Section title={t('duties.erasures')}>
      <NotReached isUnfinished={rows.some(({ purgedOn }) => purgedOn === null)} />
      <ul className="lines">
        {rows.map(({ id, code, mode, decidedOn, decidedBy, packages }) => (
          <li key={id}>
            <p>
              {t(`duties.erasureModes.${mode}`)} <span className="quiet">· {code}</span>
            </p>
            <p className="small quiet">
              {nearDay(decidedOn)} · {decidedBy}
            </p>
            <PackagesLeft packages={packages.filter(({ expiresOn }) => expiresOn >= todayHere())} />
          </li>
        ))}
      </ul>
      <p className="small muted">{t('duties.outOfReach')}</p>
    </Section>
  )
}
