import { Users } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { groupActivityFields, type GroupActivity } from '#core/caseload/activity'
import { fieldsFrom } from '#core/caseload/fields'
import { inSentence, useLists } from '../../lists.tsx'
import { useAct, useRead } from '../../queries.ts'
import { duration } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/page.tsx'
import { ActivityLine } from './activity-line.tsx'
import { ActivityList } from './activity-list.tsx'
import { GroupActivityDialog } from './group-activity-dialog.tsx'

/** Animations and workshops, newest first. */
export function GroupActivities() {
  const { t } = useTranslation()
  return (
    <ActivityList
      label={t('activities.group')}
      rows={useRead('groupActivities.list', undefined).data}
      empty={
        <EmptyState icon={Users} title={t('activities.groupEmptyTitle')}>
          {t('activities.groupEmptyText')}
        </EmptyState>
      }
      Line={GroupActivityLine}
      EditDialog={EditDialog}
    />
  )
}

function EditDialog({ row, onClose }: { row: GroupActivity; onClose: () => void }) {
  return <GroupActivityDialog id={row.id} start={fieldsFrom(groupActivityFields, row)} onClose={onClose} />
}

type GroupActivityLineProps = { row: GroupActivity; onOpen: (row: GroupActivity) => void }

const GroupActivityLine = memo(function GroupActivityLine({ row, onOpen }: GroupActivityLineProps) {
  const { t } = useTranslation()
  const { id, at, title, kind, place, durationMinutes, headcount, mandateAxis, note } = row
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
      onOpen={() => onOpen(row)}
      onRemove={() => remove.mutate({ id })}
    />
  )
})
