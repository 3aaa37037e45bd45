import { CircleCheck, MessagesSquare, PackagePlus, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileReview } from '#core/review/team-meeting'
import { useAct } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { nearDay, nearMoment } from '../../ui/dates.ts'
import { ActionMenu } from '../../ui/menu.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import { MakeDialog } from '../packages/make-dialog.tsx'
import { AgendaDialog } from './agenda-dialog.tsx'

type AgendaProps = { reviews: readonly FileReview[]; openedAt: string | null; onAdd: () => void }

/** The files of the next meeting, or of the one going on. */
export function Agenda({ reviews, openedAt, onAdd }: AgendaProps) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<FileReview | null>(null)
  const [isPacking, setPacking] = useState(false)
  const takeOff = useAct('meetings.takeOff', { done: 'meeting.takenOff' })
  if (reviews.length === 0)
    return (
      <EmptyState
        icon={MessagesSquare}
        title={t('meeting.emptyTitle')}
        action={
          <Button variant="primary" icon={<Plus size={17} aria-hidden />} onPress={onAdd}>
            {t('meeting.add')}
          </Button>
        }
      >
        {t('meeting.emptyText')}
      </EmptyState>
    )
  return (
    <>
      {openedAt !== null && (
        <p className="quiet meeting-on">{t('meeting.goingOn', { when: nearMoment(openedAt) })}</p>
      )}
      <ul className="lines agenda">
        {reviews.map((review) => (
          <li key={review.id} className="agenda-file">
            <div className="grow">
              <p className="agenda-file-who">
                <PeopleNames people={[{ id: review.personId, alias: review.alias }]} />{' '}
                {review.reviewedAt !== null && (
                  <Badge tone="ok">
                    <CircleCheck size={12} aria-hidden /> {t('meeting.reviewed')}
                  </Badge>
                )}
              </p>
              <p className={review.question === '' ? 'small muted' : undefined}>
                {review.question || t('meeting.noQuestion')}
              </p>
            </div>
            <span className="small muted">{t('meeting.addedOn', { day: nearDay(review.addedAt) })}</span>
            {review.reviewedAt === null && (
              <ActionMenu
                label={t('meeting.actions', { alias: review.alias })}
                actions={[
                  {
                    key: 'edit',
                    label: t('meeting.editQuestion'),
                    icon: <Pencil size={16} aria-hidden />,
                    onAction: () => setEditing(review),
                  },
                  {
                    key: 'remove',
                    label: t('meeting.takeOff'),
                    icon: <Trash2 size={16} aria-hidden />,
                    isDanger: true,
                    onAction: () => takeOff.mutate({ id: review.id }),
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="row agenda-foot">
        <Button
          command="packages.make"
          icon={<PackagePlus size={17} aria-hidden />}
          onPress={() => setPacking(true)}
        >
          {t('packages.agendaToPackage')}
        </Button>
      </div>
      {isPacking && (
        <MakeDialog personIds={reviews.map(({ personId }) => personId)} onClose={() => setPacking(false)} />
      )}
      {editing !== null && <AgendaDialog review={editing} onClose={() => setEditing(null)} />}
    </>
  )
}
