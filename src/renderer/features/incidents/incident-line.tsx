import { Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useLists } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { clock, nearDay, nearMoment } from '../../ui/dates.ts'
import { ActionMenu } from '../../ui/menu.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import { Intensity, levelOf } from './intensity.tsx'

export type IncidentRow = Output<'incidents.list'>[number]

type IncidentLineProps = { incident: IncidentRow; onOpen: () => void }

export function IncidentLine({ incident, onOpen }: IncidentLineProps) {
  const { t } = useTranslation()
  const { id, at, kinds, intensity, place, outcome, staffConcerned, personId, alias, note } = incident
  const lists = useLists().on(at)
  const remove = useAct('incidents.remove', { done: 'incidents.removed' })
  const named = { what: lists.labels('incidentKind', kinds), when: nearMoment(at) }
  return (
    <li className="incident-line">
      <span className="incident-when">
        <span>{nearDay(at)}</span> <span>{clock(at)}</span>
      </span>
      <div className="incident-what">
        <p className="incident-title">
          <button
            type="button"
            className="incident-open"
            aria-label={t('incidents.open', named)}
            onClick={onOpen}
          >
            {named.what}
          </button>
          {personId !== null && alias !== null && (
            <span className="incident-who">
              <PeopleNames people={[{ id: personId, alias }]} />
            </span>
          )}
        </p>
        <p className="small quiet">
          {[
            lists.label('place', place),
            lists.label('incidentOutcome', outcome).toLowerCase(),
            ...(staffConcerned ? [t('incidents.staff')] : []),
          ].join(' · ')}
        </p>
        {note.trim() !== '' && <p className="incident-note">{note.trim()}</p>}
      </div>
      <Intensity level={levelOf(intensity)} />
      <ActionMenu
        label={t('incidents.actions', named)}
        actions={[
          {
            key: 'edit',
            command: 'incidents.save',
            label: t('form.edit'),
            icon: <Pencil size={16} aria-hidden />,
            onAction: onOpen,
          },
          {
            key: 'remove',
            command: 'incidents.remove',
            label: t('form.remove'),
            icon: <Trash2 size={16} aria-hidden />,
            isDanger: true,
            onAction: () => remove.mutate({ id }),
          },
        ]}
      />
    </li>
  )
}
