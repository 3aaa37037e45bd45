import { Landmark, Mail, ShieldAlert, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsFrom } from '#core/caseload/fields'
import { confidentialityIncidentFields } from '#core/duties/confidentiality-incident'
import { incidentNotices, type IncidentNotice } from '#core/duties/documents/names'
import type { Output } from '#shared/contract'
import { useAct, useRead } from '../../queries.ts'
import type { Tone } from '../../ui/badge.tsx'
import { fullDay, todayHere } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/page.tsx'
import { editAction } from '../../ui/menu.tsx'
import { FolderPrintDialog } from '../print/folder-print-dialog.tsx'
import { ConfidentialityIncidentDialog } from './confidentiality-incident-dialog.tsx'
import { DutyLine } from './duty-line.tsx'

type IncidentRow = Output<'confidentialityIncidents.list'>[number]

const tones: Record<IncidentRow['state'], Tone> = { open: 'warning', 'to-notify': 'danger', closed: 'plain' }

const noticeIcons: Record<IncidentNotice, ReactNode> = {
  commissionNotice: <Landmark size={16} aria-hidden />,
  personsNotice: <Mail size={16} aria-hidden />,
}

/** Accesses, uses, releases that no law allows, and losses. */
export function ConfidentialityIncidentsTab() {
  const { t } = useTranslation()
  const [overlay, setOverlay] = useState<{ row: IncidentRow; shows: 'entry' | IncidentNotice } | null>(null)
  const rows = useRead('confidentialityIncidents.list', undefined).data
  if (rows === undefined) return null
  if (rows.length === 0)
    return (
      <EmptyState icon={ShieldAlert} title={t('duties.incidentsEmpty')}>
        {t('duties.incidentsEmptyText')}
      </EmptyState>
    )
  const close = () => setOverlay(null)
  return (
    <>
      <ul className="lines duty-lines">
        {rows.map((row) => (
          <IncidentLine key={row.id} row={row} onShow={(shows) => setOverlay({ row, shows })} />
        ))}
      </ul>
      {overlay?.shows === 'entry' && (
        <ConfidentialityIncidentDialog
          id={overlay.row.id}
          start={fieldsFrom(confidentialityIncidentFields, overlay.row)}
          onClose={close}
        />
      )}
      {overlay !== null && overlay.shows !== 'entry' && (
        <NoticeDialog id={overlay.row.id} notice={overlay.shows} onClose={close} />
      )}
    </>
  )
}

type NoticeDialogProps = { id: string; notice: IncidentNotice; onClose: () => void }

function NoticeDialog({ id, notice, onClose }: NoticeDialogProps) {
  const { t } = useTranslation()
  const print = useAct('documents.printIncidentNotice', { quiet: true })
  return (
    <FolderPrintDialog
      title={t(`duties.documents.${notice}`)}
      order={{ paper: notice, id }}
      before={<p>{t(`duties.incidentNoticeText.${notice}`)}</p>}
      print={print}
      onPrint={() => print.mutate({ id, notice })}
      onClose={onClose}
    />
  )
}

type IncidentLineProps = { row: IncidentRow; onShow: (shows: 'entry' | IncidentNotice) => void }

function IncidentLine({ row, onShow }: IncidentLineProps) {
  const { t } = useTranslation()
  const { id, knownOn, information, circumstances, personCount, seriousRisk, state, keptUntil } = row
  const remove = useAct('confidentialityIncidents.remove', { done: 'duties.incidentRemoved' })
  const named = { what: information, alias: fullDay(knownOn) }
  return (
    <DutyLine
      on={knownOn}
      label={t('duties.openEntry', named)}
      title={information}
      facts={[
        t('duties.personsConcerned', { count: personCount }),
        t(seriousRisk ? 'duties.serious' : 'duties.notSerious'),
        t('duties.keptUntil', { day: fullDay(keptUntil) }),
      ]}
      note={<p className="own-words">{circumstances}</p>}
      state={{ text: t(`duties.incidentStates.${state}`), tone: tones[state] }}
      onOpen={() => onShow('entry')}
      menu={{
        label: t('duties.entryActions', named),
        actions: [
          editAction('confidentialityIncidents.save', () => onShow('entry')),
          ...(seriousRisk ? incidentNotices : []).map((notice) => ({
            key: notice,
            label: t(`duties.documents.${notice}`),
            icon: noticeIcons[notice],
            onAction: () => onShow(notice),
          })),
          ...(todayHere() < keptUntil
            ? []
            : [
                {
                  key: 'remove',
                  command: 'confidentialityIncidents.remove' as const,
                  label: t('duties.removeIncident'),
                  icon: <Trash2 size={16} aria-hidden />,
                  isDanger: true,
                  onAction: () => remove.mutate({ id }),
                },
              ]),
        ],
      }}
    />
  )
}
