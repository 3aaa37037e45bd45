import { CalendarCheck, ListChecks, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsFrom } from '#core/caseload/fields'
import { followUpFields } from '#core/caseload/follow-up'
import { useLongList } from '../../long-lists.ts'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { todayHere } from '../../ui/dates.ts'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AgendaView } from './agenda-view.tsx'
import { agendaOf, type AgendaGroup, type FollowUpRow } from './agenda.ts'
import { blankFollowUp, FollowUpDialog } from './follow-up-dialog.tsx'
import { useFollowUpActs, type FollowUpActs } from './follow-up-line.tsx'
import { FollowUpList } from './follow-up-list.tsx'
import './follow-ups.css'
import { NotSeen } from './not-seen.tsx'
import { followUpViews, type FollowUpView } from './views.ts'

/** A follow-up to correct, or the day of a new one. */
type Editing = FollowUpRow | { newOn: string } | null

type FollowUpsScreenProps = { view: FollowUpView; onView: (view: FollowUpView) => void }

export function FollowUpsScreen({ view, onView }: FollowUpsScreenProps) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<Editing>(null)
  const toDo = useCount({ done: false })
  const done = useCount({ done: true })
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
  const isInvited = view === 'toDo' && toDo === 0
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
            ...(toDo !== undefined && { count: toDo }),
            content: toDo !== undefined && <ToDo count={toDo} onEdit={setEditing} addButton={addButton} />,
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
            ...(done !== undefined && { count: done }),
            content: done !== undefined && <Done count={done} onEdit={setEditing} />,
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

/** How many there are, whatever is drawn of them. */
const useCount = (asked: { done: boolean }): number | undefined =>
  useRead('followUps.list', { ...asked, limit: 1, offset: 0 }).data?.total

type ToDoProps = {
  count: number
  onEdit: (row: FollowUpRow) => void
  addButton: ReactNode
}

function ToDo({ count, onEdit, addButton }: ToDoProps) {
  const { t } = useTranslation()
  const acts = useFollowUpActs(onEdit)
  if (count === 0)
    return (
      <EmptyState icon={CalendarCheck} title={t('followUps.emptyTitle')} action={addButton}>
        {t('followUps.emptyText')}
      </EmptyState>
    )
  return (
    <div className="agenda">
      {agendaOf(todayHere()).map((group) => (
        <Group key={group.key} group={group} acts={acts} />
      ))}
    </div>
  )
}

/** Nothing while it has nothing. */
function Group({ group: { key, ...days }, acts }: { group: AgendaGroup; acts: FollowUpActs }) {
  const { t } = useTranslation()
  const followUps = useLongList('followUps.list', { done: false, ...days })
  if (!followUps.total) return null
  return (
    <Section title={t(`followUps.${key}`)}>
      <FollowUpList followUps={followUps} label={t(`followUps.${key}`)} acts={acts} />
    </Section>
  )
}

function Done({ count, onEdit }: Omit<ToDoProps, 'addButton'>) {
  const { t } = useTranslation()
  const acts = useFollowUpActs(onEdit)
  const followUps = useLongList('followUps.list', { done: true })
  if (count === 0)
    return (
      <EmptyState icon={ListChecks} title={t('followUps.noneDoneTitle')}>
        {t('followUps.noneDoneText')}
      </EmptyState>
    )
  return (
    <div className="agenda">
      <FollowUpList followUps={followUps} label={t('followUps.done')} acts={acts} />
    </div>
  )
}
