import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ShieldCheck } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { incidentNotices, plainDocuments, registers } from '#core/duties/documents/names'
import { accessLists } from '#core/review/access'
import { roles, type Role } from '#core/review/roles'
import type { Output } from '#shared/contract'
import { wholeList } from '../../long-lists.ts'
import { useRead } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { nearMoment } from '../../ui/dates.ts'
import { SearchField } from '../../ui/field.tsx'
import { Name } from '../../ui/name.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import './access.css'

type Row = Output<'accessLog.list'>['rows'][number]

const accessDocuments = [...plainDocuments, ...registers, ...incidentNotices]

/** As many as one looks through; narrower filters reach further back. */
const SHOWN = 500

/** « Journal d’accès »: who opened what, when, with which key. Nothing here changes it. */
export function AccessTab() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [role, setRole] = useState<Role | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const wanted = useDeferredValue(text.trim())
  useFreshLog()
  const log = useRead('accessLog.list', {
    ...(wanted !== '' && { text: wanted }),
    ...(role !== null && { role }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    limit: SHOWN,
    offset: 0,
  }).data
  const columns = useColumns()
  return (
    <div className="stack">
      <p className="quiet">{t('access.explained')}</p>
      <div className="access-filters">
        <SearchField isName label={t('access.person')} value={text} onChange={setText} />
        <Select
          label={t('access.role')}
          value={role ?? 'all'}
          onChange={(key) => setRole(roles.find((known) => known === key) ?? null)}
          options={[
            { key: 'all', label: t('access.everyone') },
            ...roles.map((key) => ({ key, label: t(`roles.${key}`) })),
          ]}
        />
        <DateField label={t('access.from')} value={from} onChange={setFrom} />
        <DateField label={t('access.to')} value={to} onChange={setTo} />
      </div>
      {log && <State log={log} />}
      {log?.rows.length === 0 && (
        <EmptyState icon={ShieldCheck} title={t('access.emptyTitle')}>
          {t('access.emptyText')}
        </EmptyState>
      )}
      {log && log.rows.length > 0 && (
        <Table label={t('access.title')} columns={columns} list={wholeList(log.rows)} />
      )}
    </div>
  )
}

/** Reads are entered without a word: what was kept of the last look is stale. */
function useFreshLog(): void {
  const queries = useQueryClient()
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['accessLog.list'] })
  }, [queries])
}

function State({ log: { intact, waiting, total } }: { log: Output<'accessLog.list'> }) {
  const { t } = useTranslation()
  return (
    <>
      {!intact && (
        <Notice tone="danger" title={t('access.brokenTitle')}>
          {t('access.brokenText')}
        </Notice>
      )}
      {waiting > 0 && (
        <Notice tone="warning" title={t('access.waitingTitle', { count: waiting })}>
          {t('access.waitingText')}
        </Notice>
      )}
      <p className="access-state small quiet">
        {intact && <ShieldCheck size={14} aria-hidden />}
        {t('access.count', { count: total })}
        {intact && ` · ${t('access.intact')}`}
        {total > SHOWN && ` · ${t('access.latest', { count: SHOWN })}`}
      </p>
    </>
  )
}

function useColumns(): TableColumn<Row>[] {
  const { t } = useTranslation()
  return useMemo(() => columnsIn(t), [t])
}

function columnsIn(t: TFunction): TableColumn<Row>[] {
  return [
    { key: 'at', title: t('access.at'), width: 160, cell: ({ at }) => nearMoment(at) },
    {
      key: 'who',
      title: t('access.who'),
      width: '2fr',
      minWidth: 200,
      cell: ({ role, keyMark }) => (
        <>
          {t(`roles.${role}`)} <span className="small muted">{t('access.key', { mark: keyMark })}</span>
        </>
      ),
    },
    {
      key: 'act',
      title: t('access.what'),
      isRowHeader: true,
      width: '2fr',
      minWidth: 180,
      cell: ({ act }) => t(`access.acts.${act}`),
    },
    {
      key: 'about',
      title: t('access.about'),
      width: '2fr',
      minWidth: 160,
      cell: (row) => <About row={row} />,
    },
  ]
}

function About({ row: { personId, alias, detail } }: { row: Row }) {
  const { t } = useTranslation()
  if (personId !== null && alias === null) return <span className="muted">{t('access.erased')}</span>
  if (personId !== null)
    return (
      <Link to="/people/$personId" params={{ personId }} className="plain-link">
        <Name>{alias ?? ''}</Name>
      </Link>
    )
  const list = accessLists.find((name) => name === detail)
  if (list !== undefined) return t(`access.lists.${list}`)
  if (detail === 'minutes' || detail === 'releases' || detail === 'takeover')
    return t(`access.documents.${detail}`)
  const document = accessDocuments.find((name) => name === detail)
  return document === undefined ? detail : t(`duties.documents.${document}`)
}
