import { Repeat2 } from 'lucide-react'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../queries.ts'
import { useMay } from '../../role.ts'
import { clock, daysUntil, nearDay, nearMoment } from '../../ui/dates.ts'
import { ActionMenu, editAction, removeAction } from '../../ui/menu.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import type { FollowUpRow } from './agenda.ts'
import { isLinked, SourceLink } from './source.tsx'
import { onceClicked, useComplete } from './use-complete.ts'

type FollowUpLineProps = {
  row: FollowUpRow
  acts: FollowUpActs
  /** A heading already says the day. */
  isDaySaid?: boolean
}

/** What can be done with any line of a list, made once for all of them. */
export type FollowUpActs = {
  edit: (row: FollowUpRow) => void
  complete: (id: string) => void
  remove: (id: string) => void
}

export function useFollowUpActs(edit: (row: FollowUpRow) => void): FollowUpActs {
  const complete = useComplete()
  const { mutate } = useAct('followUps.remove', { done: 'followUps.removed' })
  return useMemo(() => ({ edit, complete, remove: (id) => mutate({ id }) }), [edit, complete, mutate])
}

export const FollowUpLine = memo(function FollowUpLine({ row, acts, isDaySaid = false }: FollowUpLineProps) {
  const { t } = useTranslation()
  const { id, title, doneAt } = row
  const may = useMay()
  return (
    <div className="follow-up" data-done={doneAt !== null || undefined}>
      {doneAt === null && may('followUps.complete') ? (
        <button
          type="button"
          className="tick"
          aria-label={t('followUps.complete', { title })}
          onClick={onceClicked(() => acts.complete(id))}
        />
      ) : (
        <span className="tick" aria-hidden="true" />
      )}
      <div className="grow">
        <p className="follow-up-title">{title}</p>
        <About row={row} />
      </div>
      <span className="follow-up-when">
        {doneAt === null ? (
          <Due row={row} isDaySaid={isDaySaid} />
        ) : (
          t('followUps.doneOn', { when: nearMoment(doneAt) })
        )}
      </span>
      <ActionMenu
        label={t('followUps.actions', { title })}
        actions={[
          editAction('followUps.save', () => acts.edit(row)),
          removeAction('followUps.remove', () => acts.remove(id)),
        ]}
      />
    </div>
  )
})

/** For whom, how often, what it comes from. */
function About({ row }: { row: FollowUpRow }) {
  const { t } = useTranslation()
  const { personId, alias, repetition, doneAt, doer } = row
  const isNamed = personId !== null && alias !== null
  const repeats = repetition !== 'none' && doneAt === null
  const isShared = doer !== null && doer !== 'worker'
  if (!isNamed && !repeats && !isShared && !isLinked(row)) return null
  return (
    <p className="follow-up-about small quiet">
      {isNamed && (
        <span>
          <PeopleNames people={[{ id: personId, alias }]} />
        </span>
      )}
      {repeats && (
        <span className="follow-up-repeats">
          <Repeat2 size={14} aria-hidden /> {t(`followUps.repeats.${repetition}`)}
        </span>
      )}
      {isShared && <span>{t(`meeting.doers.${doer}`)}</span>}
      {isLinked(row) && <SourceLink links={row} />}
    </p>
  )
}

/** The heading already says today and tomorrow: only the hour is left to say. */
function Due({ row: { dueOn, dueTime }, isDaySaid }: { row: FollowUpRow; isDaySaid: boolean }) {
  const { t } = useTranslation()
  const days = daysUntil(dueOn)
  if (days < 0) return <span className="late">{t('time.lateDays', { days: -days })}</span>
  const hour = dueTime === null ? '' : clock(dueTime)
  if (days <= 1 || isDaySaid) return hour
  return hour === '' ? nearDay(dueOn) : t('time.moment', { day: nearDay(dueOn), clock: hour })
}
