import { Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupActivityFields, type GroupActivity } from '#core/caseload/activity'
import { fieldsFrom } from '#core/caseload/fields'
import { inSentence, useLists } from '../../lists.tsx'
import { useAct, useRead } from '../../queries.ts'
import { duration } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/page.tsx'
import { ActivityLine } from './activity-line.tsx'
import { GroupActivityDialog } from './group-activity-dialog.tsx'

/** Animations and workshops, newest first. */
export function GroupActivities() {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<GroupActivity | null>(null)
  const rows = useRead('groupActivities.list', undefined).data
  if (rows === undefined) return null
  if (rows.length === 0)
    return (
      <EmptyState icon={Users} title={t('activities.groupEmptyTitle')}>
        {t('activities.groupEmptyText')}
      </EmptyState>
    )
  return (
    <>
      <ul className="lines activities">
        {rows.map((row) => (
          <GroupActivityLine key={row.id} activity={row} onOpen={() => setEditing(row)} />
        ))}
      </ul>
      {editing !== null && (
        <GroupActivityDialog
          id={editing.id}
          start={fieldsFrom(groupActivityFields, editing)}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

function GroupActivityLine({ activity, onOpen }: { activity: GroupActivity; onOpen: () => void }) {
  const { t } = useTranslation()
  const { id, at, title, kind, place, durationMinutes, headcount, mandateAxis, note } = activity
  const lists = useLists().on(at)
  const remove = useAct('groupActivities.remove', { done: 'activities.groupRemoved' })
  const kindLabel = lists.label('activityKind', kind)
  return (
    <ActivityLine
      at={at}
      title={title === '' ? kindLabel : title}
      facts={[
        ...(title === '' ? [] : [kindLabel]),
        lists.label('place', place),
        duration(durationMinutes),
        inSentence(lists.label('mandateAxis', mandateAxis)),
      ]}
      note={note}
      aside={t('activities.participants', { count: headcount })}
      command="groupActivities.save"
      onOpen={onOpen}
      onRemove={() => remove.mutate({ id })}
    />
  )
}
