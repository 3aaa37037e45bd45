import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lists } from '../../list-values.ts'
import type { RowOf } from '../../long-lists.ts'
import { clock, nearDay, nearMoment } from '../../ui/dates.ts'
import { LineOpener } from '../../ui/line.tsx'
import { ActionMenu, editAction, removeAction } from '../../ui/menu.tsx'
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
    <article className="line incident-line">
      <span className="line-when">
        <span>{nearDay(at)}</span> <span>{clock(at)}</span>
      </span>
      <div className="incident-what">
        <p className="incident-title">
          <LineOpener label={t('incidents.open', named)} onOpen={() => onOpen(incident)}>
            {named.what}
          </LineOpener>
          {personId !== null && alias !== null && (
            <span className="line-who">
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
        {note.trim() !== '' && <p className="own-words">{note.trim()}</p>}
      </div>
      <Intensity level={levelOf(intensity)} />
      <ActionMenu
        label={t('incidents.actions', named)}
        actions={[
          editAction('incidents.save', () => onOpen(incident)),
          removeAction('incidents.remove', () => onRemove(id)),
        ]}
      />
    </article>
  )
})
