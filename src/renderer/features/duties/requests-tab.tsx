import { FileSearch, ScrollText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsFrom } from '#core/caseload/fields'
import { requestFields } from '#core/duties/request'
import type { Output } from '#shared/contract'
import { useRead } from '../../queries.ts'
import type { Tone } from '../../ui/badge.tsx'
import { shortDay, todayHere } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { editAction } from '../../ui/menu.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { DutyLine } from './duty-line.tsx'
import { RequestDialog } from './request-dialog.tsx'

export type RequestRow = Output<'requests.list'>[number]

const tones: Record<RequestRow['state'], Tone> = {
  open: 'information',
  'due-soon': 'warning',
  overdue: 'danger',
  answered: 'ok',
  'answered-late': 'warning',
}

/** Who asked for what, and how many days are left to answer. */
export function RequestsTab() {
  const { t } = useTranslation()
  const [overlay, setOverlay] = useState<{ row: RequestRow; does: 'edit' | 'copy' } | null>(null)
  const rows = useRead('requests.list', undefined).data
  if (rows === undefined) return null
  const overdue = rows.filter(({ state }) => state === 'overdue').length
  const close = () => setOverlay(null)
  return (
    <div className="stack">
      {overdue > 0 && (
        <Notice tone="danger" title={t('duties.overdueTitle', { count: overdue })}>
          {t('duties.overdueText')}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={FileSearch} title={t('duties.requestsEmpty')}>
          {t('duties.requestsEmptyText')}
        </EmptyState>
      ) : (
        <ul className="lines duty-lines">
          {rows.map((row) => (
            <RequestLine
              key={row.id}
              row={row}
              onOpen={() => setOverlay({ row, does: 'edit' })}
              onCopy={() => setOverlay({ row, does: 'copy' })}
            />
          ))}
        </ul>
      )}
      {overlay?.does === 'edit' && (
        <RequestDialog id={overlay.row.id} start={fieldsFrom(requestFields, overlay.row)} onClose={close} />
      )}
      {overlay?.does === 'copy' && overlay.row.personId !== null && (
        <CopyDialog
          personId={overlay.row.personId}
          onClose={close}
          onMade={overlay.row.answeredOn === null ? () => setOverlay(answered(overlay.row)) : undefined}
        />
      )}
    </div>
  )
}

/** What is left to say of a request once the copy is handed over. */
const answered = (row: RequestRow) => ({
  row: { ...row, answeredOn: todayHere(), outcome: row.outcome ?? ('granted' as const) },
  does: 'edit' as const,
})

type RequestLineProps = { row: RequestRow; onOpen: () => void; onCopy: () => void }

function RequestLine({ row, onOpen, onCopy }: RequestLineProps) {
  const { t } = useTranslation()
  const { kind, personId, alias, requester, receivedOn, words, state, daysLeft, dueOn, outcome } = row
  const named = { what: t(`duties.requestKinds.${kind}`), alias: alias ?? requester }
  const left =
    state === 'overdue'
      ? t('duties.daysLate', { count: -daysLeft })
      : t('duties.daysLeft', { count: daysLeft, day: shortDay(dueOn) })
  return (
    <DutyLine
      on={receivedOn}
      label={t('duties.openEntry', named)}
      title={named.what}
      who={personId === null || alias === null ? null : { id: personId, alias }}
      requester={requester}
      facts={[outcome === null ? left : t(`duties.outcomes.${outcome}`)]}
      note={words !== '' && <p className="own-words">{words}</p>}
      state={{ text: t(`duties.requestStates.${state}`), tone: tones[state] }}
      onOpen={onOpen}
      menu={{
        label: t('duties.entryActions', named),
        actions: [
          editAction('requests.save', onOpen),
          ...(personId === null
            ? []
            : [
                {
                  key: 'copy',
                  command: 'copies.make' as const,
                  label: t('duties.makeCopy'),
                  icon: <ScrollText size={16} aria-hidden />,
                  onAction: onCopy,
                },
              ]),
        ],
      }}
    />
  )
}
