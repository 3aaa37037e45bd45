import { CalendarCheck, ListChecks, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsFrom } from '#core/caseload/fields'
import { followUpFields } from '#core/caseload/follow-up'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { todayHere } from '../../ui/dates.ts'
import { LongList } from '../../ui/long-list.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AgendaView } from './agenda-view.tsx'
import { agendaOf, type FollowUpRow } from './agenda.ts'
import { blankFollowUp, FollowUpDialog } from './follow-up-dialog.tsx'
import { FollowUpLine } from './follow-up-line.tsx'
import './follow-ups.css'
import { NotSeen } from './not-seen.tsx'
import { followUpViews, type FollowUpView } from './views.ts'

/** A follow-up to correct, or the day of a new one. */
type Editing = FollowUpRow | { newOn: string } | null

type FollowUpsScreenProps = { view: FollowUpView; onView: (view: FollowUpView) => void }

export function FollowUpsScreen({ view, onView }: FollowUpsScreenProps) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<Editing>(null)
  const toDo = useRead('followUps.list', { done: false }).data
  const done = useRead('followUps.list', { done: true }).data
  const add = (day: string) => setEditing({ newOn: day })
  const addButton = (
    <Button
      command="followUps.save"
      variant="primary"
      icon={<Plus size={17} aria-hidden />}
      onPress={() => add(blankFollowUp().dueOn)}
    >
      {t('followUps.newFollowUp')}
    </Button>
  )
  const isInvited = view === 'toDo' && toDo?.length === 0
  return (
    <Page title={t('followUps.title')} actions={!isInvited && addButton}>
      <Tabs
        label={t('followUps.tabs')}
        selected={view}
        onSelect={(key) => onView(followUpViews.find((view) => view === key) ?? 'toDo')}
        items={[
          {
            key: 'toDo',
            label: t('followUps.toDo'),
            ...(toDo && { count: toDo.length }),
            content: toDo && <ToDo rows={toDo} onEdit={setEditing} addButton={addButton} />,
          },
          {
            key: 'day',
            label: t('followUps.byDay'),
            content: <AgendaView span="day" onEdit={setEditing} onAdd={add} />,
          },
          {
            key: 'week',
            label: t('followUps.byWeek'),
            content: <AgendaView span="week" onEdit={setEditing} onAdd={add} />,
          },
          { key: 'notSeen', label: t('followUps.notSeen'), content: <NotSeen /> },
          {
            key: 'done',
            label: t('followUps.done'),
            ...(done && { count: done.length }),
            content: done && <Done rows={done} onEdit={setEditing} />,
          },
        ]}
      />
      {editing !== null && <EditDialog editing={editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}

function EditDialog({ editing, onClose }: { editing: NonNullable<Editing>; onClose: () => void }) {
  if ('newOn' in editing)
    return <FollowUpDialog start={{ ...blankFollowUp(), dueOn: editing.newOn }} onClose={onClose} />
  return <FollowUpDialog before={editing} start={fieldsFrom(followUpFields, editing)} onClose={onClose} />
}

type ToDoProps = {
  rows: readonly FollowUpRow[]
  onEdit: (row: FollowUpRow) => void
  addButton: ReactNode
}

function ToDo({ rows, onEdit, addButton }: ToDoProps) {
  const { t } = useTranslation()
  if (rows.length === 0)
    return (
      <EmptyState icon={CalendarCheck} title={t('followUps.emptyTitle')} action={addButton}>
        {t('followUps.emptyText')}
      </EmptyState>
    )
  return (
    <div className="agenda">
      {agendaOf(rows, todayHere()).map(({ key, rows }) => (
        <Section key={key} title={t(`followUps.${key}`)}>
          <LongList rows={rows} rowKey={({ id }) => id} rowHeight={56} className="lines">
            {(row) => <FollowUpLine key={row.id} row={row} onEdit={onEdit} />}
          </LongList>
        </Section>
      ))}
    </div>
  )
}

function Done({ rows, onEdit }: Omit<ToDoProps, 'addButton'>) {
  const { t } = useTranslation()
  if (rows.length === 0)
    return (
      <EmptyState icon={ListChecks} title={t('followUps.noneDoneTitle')}>
        {t('followUps.noneDoneText')}
      </EmptyState>
    )
  return (
    <LongList rows={rows} rowKey={({ id }) => id} rowHeight={56} className="lines agenda">
      {(row) => <FollowUpLine key={row.id} row={row} onEdit={onEdit} />}
    </LongList>
  )
}
