import { Pencil, ShieldAlert, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsFrom } from '#core/caseload/fields'
import { confidentialityIncidentFields } from '#core/duties/confidentiality-incident'
import type { Output } from '#shared/contract'
import { useAct, useRead } from '../../queries.ts'
import type { Tone } from '../../ui/badge.tsx'
import { fullDay, todayHere } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/page.tsx'
import { ConfidentialityIncidentDialog } from './confidentiality-incident-dialog.tsx'
import { DutyLine } from './duty-line.tsx'

type IncidentRow = Output<'confidentialityIncidents.list'>[number]

const tones: Record<IncidentRow['state'], Tone> = { open: 'warning', 'to-notify': 'danger', closed: 'plain' }

/** Accesses, uses, releases that no law allows, and losses. */
export function ConfidentialityIncidentsTab() {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<IncidentRow | null>(null)
  const rows = useRead('confidentialityIncidents.list', undefined).data
  if (rows === undefined) return null
  if (rows.length === 0)
    return (
      <EmptyState icon={ShieldAlert} title={t('duties.incidentsEmpty')}>
        {t('duties.incidentsEmptyText')}
      </EmptyState>
    )
  return (
    <>
      <ul className="lines duty-lines">
        {rows.map((row) => (
          <IncidentLine key={row.id} row={row} onOpen={() => setEditing(row)} />
        ))}
      </ul>
      {editing !== null && (
        <ConfidentialityIncidentDialog
          id={editing.id}
          start={fieldsFrom(confidentialityIncidentFields, editing)}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

function IncidentLine({ row, onOpen }: { row: IncidentRow; onOpen: () => void }) {
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
      note={<p className="duty-note">{circumstances}</p>}
      state={{ text: t(`duties.incidentStates.${state}`), tone: tones[state] }}
      onOpen={onOpen}
      menu={{
        label: t('duties.entryActions', named),
        actions: [
          {
            key: 'edit',
            command: 'confidentialityIncidents.save',
            label: t('form.edit'),
            icon: <Pencil size={16} aria-hidden />,
            onAction: onOpen,
          },
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
