import { CalendarCheck, ListChecks, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useAct, useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { clock, daysUntil, nearDay, nearMoment, todayHere } from '../../ui/dates.ts'
import { ActionMenu } from '../../ui/menu.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import { agendaOf, type FollowUpRow } from './agenda.ts'
import { blankFollowUp, FollowUpDialog } from './follow-up-dialog.tsx'
import './follow-ups.css'
import { fieldsFrom } from '#core/caseload/fields'
import { followUpFields } from '#core/caseload/follow-up'

type Editing = FollowUpRow | 'new' | null

export function FollowUpsScreen() {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<Editing>(null)
  const toDo = useRead('followUps.list', { done: false }).data
  const done = useRead('followUps.list', { done: true }).data
  const addButton = (
    <Button variant="primary" icon={<Plus size={17} aria-hidden />} onPress={() => setEditing('new')}>
      {t('followUps.newFollowUp')}
    </Button>
  )
  return (
    <Page title={t('followUps.title')} actions={toDo?.length !== 0 && addButton}>
      <Tabs
        label={t('followUps.tabs')}
        items={[
          {
            key: 'toDo',
            label: t('followUps.toDo'),
            ...(toDo && { count: toDo.length }),
            content: toDo && <Agenda rows={toDo} onEdit={setEditing} addButton={addButton} />,
          },
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

function EditDialog({ editing, onClose }: { editing: FollowUpRow | 'new'; onClose: () => void }) {
  if (editing === 'new') return <FollowUpDialog start={blankFollowUp()} onClose={onClose} />
  return <FollowUpDialog id={editing.id} start={fieldsFrom(followUpFields, editing)} onClose={onClose} />
}

type AgendaProps = {
  rows: readonly FollowUpRow[]
  onEdit: (row: FollowUpRow) => void
  addButton: ReactNode
}

function Agenda({ rows, onEdit, addButton }: AgendaProps) {
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
          <ul className="lines">
            {rows.map((row) => (
              <FollowUpLine key={row.id} row={row} onEdit={onEdit} />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  )
}

function Done({ rows, onEdit }: Omit<AgendaProps, 'addButton'>) {
  const { t } = useTranslation()
  if (rows.length === 0)
    return (
      <EmptyState icon={ListChecks} title={t('followUps.noneDoneTitle')}>
        {t('followUps.noneDoneText')}
      </EmptyState>
    )
  return (
    <ul className="lines agenda">
      {rows.map((row) => (
        <FollowUpLine key={row.id} row={row} onEdit={onEdit} />
      ))}
    </ul>
  )
}

function FollowUpLine({ row, onEdit }: { row: FollowUpRow; onEdit: (row: FollowUpRow) => void }) {
  const { t } = useTranslation()
  const { id, title, personId, alias, doneAt } = row
  const complete = useAct('followUps.complete', { done: 'followUps.completed' })
  const remove = useAct('followUps.remove', { done: 'followUps.removed' })
  return (
    <li className="follow-up" data-done={doneAt !== null || undefined}>
      {doneAt === null ? (
        <AriaButton
          className="tick"
          aria-label={t('followUps.complete', { title })}
          isDisabled={complete.isPending}
          onPress={() => complete.mutate({ id })}
        />
      ) : (
        <span className="tick" aria-hidden="true" />
      )}
      <div className="grow">
        <p className="follow-up-title">{title}</p>
        {personId !== null && alias !== null && (
          <p className="small quiet">
            <PeopleNames people={[{ id: personId, alias }]} />
          </p>
        )}
      </div>
      <span className="follow-up-when">
        {doneAt === null ? <Due row={row} /> : t('followUps.doneOn', { when: nearMoment(doneAt) })}
      </span>
      <ActionMenu
        label={t('followUps.actions', { title })}
        actions={[
          {
            key: 'edit',
            label: t('form.edit'),
            icon: <Pencil size={16} aria-hidden />,
            onAction: () => onEdit(row),
          },
          {
            key: 'remove',
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

/** The heading already says today and tomorrow: only the hour is left to say. */
function Due({ row: { dueOn, dueTime } }: { row: FollowUpRow }) {
  const { t } = useTranslation()
  const days = daysUntil(dueOn)
  if (days < 0) return <span className="late">{t('time.lateDays', { days: -days })}</span>
  const hour = dueTime === null ? '' : clock(dueTime)
  if (days <= 1) return hour
  return hour === '' ? nearDay(dueOn) : t('time.moment', { day: nearDay(dueOn), clock: hour })
}
