import { Pencil, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lists } from '../../list-values.ts'
import type { RowOf } from '../../long-lists.ts'
import { clock, nearDay, nearMoment } from '../../ui/dates.ts'
import { ActionMenu } from '../../ui/menu.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import { Intensity, levelOf } from './intensity.tsx'

export type IncidentRow = RowOf<'incidents.list'>

type IncidentLineProps = {
  incident: IncidentRow
  lists: Lists
  onOpen: (incident: IncidentRow) => void
  onRemove: (id: string) => void
}

export const IncidentLine = memo(function IncidentLine(props: IncidentLineProps) {
  const { incident, lists: allLists, onOpen, onRemove } = props
  const { t } = useTranslation()
  const { id, at, kinds, intensity, place, outcome, staffConcerned, personId, alias, note } = incident
  const lists = allLists.on(at)
  const named = { what: lists.labels('incidentKind', kinds), when: nearMoment(at) }
  return (
    <article className="incident-line">
      <span className="incident-when">
        <span>{nearDay(at)}</span> <span>{clock(at)}</span>
      </span>
      <div className="incident-what">
        <p className="incident-title">
          <button
            type="button"
            className="incident-open"
            aria-label={t('incidents.open', named)}
            onClick={() => onOpen(incident)}
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
            onAction: () => onOpen(incident),
          },
          {
            key: 'remove',
            command: 'incidents.remove',
            label: t('form.remove'),
            icon: <Trash2 size={16} aria-hidden />,
            isDanger: true,
            onAction: () => onRemove(id),
          },
        ]}
      />
    </article>
  )
})
