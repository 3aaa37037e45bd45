import { useNavigate } from '@tanstack/react-router'
import { Plus, Users } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import type { Lists } from '../../list-values.ts'
import { useLists } from '../../lists.tsx'
import { wholeList } from '../../long-lists.ts'
import { useRead } from '../../queries.ts'
import { IconButton } from '../../ui/button.tsx'
import { duration, nearDay } from '../../ui/dates.ts'
import { Name } from '../../ui/name.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import { AgendaDialog } from './agenda-dialog.tsx'

type File = Output<'workload.read'>['files'][number]

/** Open files by stage, then one by one: weight, age, what waits. */
export function WorkloadTab() {
  const { t } = useTranslation()
  const lists = useLists()
  const navigate = useNavigate()
  const workload = useRead('workload.read', undefined).data
  const [adding, setAdding] = useState<string | null>(null)
  const columns = useColumns(setAdding)
  const open = useCallback(
    ({ id }: File) => void navigate({ to: '/people/$personId', params: { personId: id } }),
    [navigate],
  )
  if (workload === undefined) return null
  const { files, stages } = workload
  if (files.length === 0)
    return (
      <EmptyState icon={Users} title={t('meeting.noFilesTitle')}>
        {t('meeting.noFilesText')}
      </EmptyState>
    )
  const order = lists.options('bondStage').map(({ key }) => key)
  return (
    <>
      <ul className="stages" aria-label={t('meeting.byStage')}>
        {stages
          .toSorted((a, b) => order.indexOf(a.bondStage) - order.indexOf(b.bondStage))
          .map(({ bondStage, files, minutes, medianAgeDays }) => (
            <li key={bondStage}>
              <strong>{files}</strong>
              <span>{lists.label('bondStage', bondStage)}</span>
              <span className="small muted">
                {[
                  duration(minutes),
                  ...(medianAgeDays === null ? [] : [t('meeting.medianAge', { count: medianAgeDays })]),
                ].join(' · ')}
              </span>
            </li>
          ))}
      </ul>
      <p className="small muted">{t('meeting.weightNote')}</p>
      <Table label={t('meeting.workload')} columns={columns} list={wholeList(files)} onOpen={open} />
      {adding !== null && <AgendaDialog personId={adding} onClose={() => setAdding(null)} />}
    </>
  )
}

function useColumns(onAdd: (personId: string) => void): TableColumn<File>[] {
  const { t } = useTranslation()
  const lists = useLists()
  return useMemo(() => columnsIn(t, lists, onAdd), [t, lists, onAdd])
}

function columnsIn(t: TFunction, lists: Lists, onAdd: (personId: string) => void): TableColumn<File>[] {
  return [
    {
      key: 'alias',
      title: t('people.alias'),
      cell: ({ alias }) => <Name>{alias}</Name>,
      isRowHeader: true,
      width: '2fr',
      minWidth: 150,
    },
    {
      key: 'stage',
      title: t('people.bond'),
      cell: ({ bondStage }) => lists.label('bondStage', bondStage),
      width: '2fr',
      minWidth: 140,
    },
    {
      key: 'minutes',
      title: t('meeting.weight'),
      cell: ({ minutes }) => (minutes === 0 ? '—' : duration(minutes)),
      isNumber: true,
      minWidth: 90,
    },
    {
      key: 'age',
      title: t('meeting.age'),
      cell: ({ ageDays }) => (ageDays === null ? '—' : t('meeting.days', { count: ageDays })),
      isNumber: true,
      minWidth: 90,
    },
    {
      key: 'referrals',
      title: t('people.openReferrals'),
      cell: ({ openReferrals }) => openReferrals || '—',
      isNumber: true,
      minWidth: 90,
    },
    {
      key: 'overdue',
      title: t('meeting.late'),
      cell: ({ overdueFollowUps }) =>
        overdueFollowUps === 0 ? '—' : <span className="late">{overdueFollowUps}</span>,
      isNumber: true,
      minWidth: 80,
    },
    {
      key: 'reviewed',
      title: t('meeting.lastReview'),
      cell: ({ lastReviewedOn }) => (lastReviewedOn === null ? t('people.never') : nearDay(lastReviewedOn)),
      minWidth: 110,
    },
    {
      key: 'add',
      title: t('meeting.add'),
      cell: ({ id, alias }) => (
        <IconButton
          label={t('meeting.addOf', { alias })}
          tip={t('meeting.addTitle')}
          icon={<Plus size={16} aria-hidden />}
          onPress={() => onAdd(id)}
        />
      ),
      isAct: true,
      width: 64,
    },
  ]
}
