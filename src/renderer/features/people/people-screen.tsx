import { useNavigate } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { UserPlus, Users, UserSearch } from 'lucide-react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonFilter } from '#core/caseload/filter'
import type { Lists } from '../../list-values.ts'
import { useLists } from '../../lists.tsx'
import { useLongList, type RowOf } from '../../long-lists.ts'
import { useMay } from '../../role.ts'
import { Button } from '../../ui/button.tsx'
import { daysUntil, glance, nearDay } from '../../ui/dates.ts'
import { SearchField } from '../../ui/field.tsx'
import { Name } from '../../ui/name.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import { PeopleFilterBar } from '../filters/people-filter-bar.tsx'
import { BondBar } from './bond-bar.tsx'
import './people.css'
import { DuplicatesNotice } from './duplicates-notice.tsx'
import { PersonDialog } from './person-dialog.tsx'

type Row = RowOf<'people.list'>

export function PeopleScreen({ filter }: { filter: PersonFilter }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [isAdding, setAdding] = useState(false)
  const wanted = useDeferredValue(text.trim())
  const isFiltered = Object.keys(filter).length > 0
  const isNarrowed = wanted !== '' || isFiltered
  const people = useLongList('people.list', {
    ...(wanted !== '' && { text: wanted }),
    ...(isFiltered && { filter }),
  })
  const { total } = people
  const columns = useColumns()
  const may = useMay()
  const open = useCallback(
    ({ id }: { id: string }) => void navigate({ to: '/people/$personId', params: { personId: id } }),
    [navigate],
  )
  const add = (
    <Button
      command="people.save"
      variant="primary"
      icon={<UserPlus size={17} aria-hidden />}
      onPress={() => setAdding(true)}
    >
      {t('people.newPerson')}
    </Button>
  )

  return (
    <Page
      title={t('people.title')}
      aside={total !== undefined && total > 0 && t('people.count', { count: total })}
      actions={add}
    >
      {total !== undefined && (total > 0 || isNarrowed) && (
        <>
          <div className="people-narrow">
            <div className="people-filter">
              <SearchField isName label={t('people.filter')} value={text} onChange={setText} />
            </div>
            <PeopleFilterBar filter={filter} />
          </div>
          {may('people.duplicates') && <DuplicatesNotice />}
        </>
      )}
      {total === 0 && <NobodyHere text={wanted} isFiltered={isFiltered} />}
      {total !== undefined && total > 0 && (
        <Table
          key={JSON.stringify([wanted, filter])}
          label={t('people.title')}
          columns={columns}
          list={people}
          onOpen={open}
        />
      )}
      {isAdding && <PersonDialog onClose={() => setAdding(false)} onSaved={(id) => open({ id })} />}
    </Page>
  )
}

/** Nobody at all yet, or nobody who answers what is asked. */
function NobodyHere({ text, isFiltered }: { text: string; isFiltered: boolean }) {
  const { t } = useTranslation()
  if (isFiltered)
    return (
      <EmptyState icon={UserSearch} title={t('filters.noneTitle')}>
        {t('filters.noneText')}
      </EmptyState>
    )
  if (text !== '')
    return (
      <EmptyState icon={UserSearch} title={t('people.noMatchTitle', { text })}>
        {t('people.noMatchText')}
      </EmptyState>
    )
  return (
    <EmptyState icon={Users} title={t('people.emptyTitle')}>
      {t('people.emptyText')}
    </EmptyState>
  )
}

function useColumns(): TableColumn<Row>[] {
  const { t } = useTranslation()
  const lists = useLists()
  return useMemo(() => columnsIn(t, lists), [t, lists])
}

function columnsIn(t: TFunction, lists: Lists): TableColumn<Row>[] {
  return [
    {
      key: 'alias',
      title: t('people.alias'),
      isRowHeader: true,
      width: '3fr',
      minWidth: 180,
      cell: ({ aliases }) => (
        <span className="person-cell">
          <Name>{aliases[0] ?? ''}</Name>
          {aliases.length > 1 && (
            <span className="small muted">
              <Name>{aliases.slice(1).join(', ')}</Name>
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'bond',
      title: t('people.bond'),
      width: '2fr',
      minWidth: 190,
      cell: ({ bondStage }) => (
        <>
          <BondBar stage={bondStage} size="small" />
          <span className="small quiet">{lists.label('bondStage', bondStage)}</span>
        </>
      ),
    },
    {
      key: 'lastSeen',
      title: t('people.lastSeen'),
      width: 155,
      cell: ({ lastContactAt }) => (
        <span className={lastContactAt === null ? 'muted' : undefined}>
          {lastContactAt === null ? t('people.never') : glance(lastContactAt)}
        </span>
      ),
    },
    {
      key: 'nextFollowUp',
      title: t('people.nextFollowUp'),
      width: 130,
      cell: ({ nextFollowUpOn }) =>
        nextFollowUpOn !== null && (
          <span className={daysUntil(nextFollowUpOn) < 0 ? 'late' : undefined}>
            {nearDay(nextFollowUpOn)}
          </span>
        ),
    },
    {
      key: 'openReferrals',
      title: t('people.openReferrals'),
      isNumber: true,
      width: 130,
      cell: ({ openReferrals }) => openReferrals > 0 && openReferrals,
    },
    {
      key: 'contacts',
      title: t('people.contacts'),
      isNumber: true,
      width: 115,
      cell: ({ contactCount }) => (
        <span className={contactCount === 0 ? 'muted' : undefined}>{contactCount}</span>
      ),
    },
  ]
}
