import { useNavigate } from '@tanstack/react-router'
import { FileInput, MapPin, Plus, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsFrom } from '#core/caseload/fields'
import { blankResource, isRetired, resourceFields } from '#core/caseload/resource'
import type { Output } from '#shared/contract'
import { useLists } from '../../lists.tsx'
import { wholeList } from '../../long-lists.ts'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { todayHere } from '../../ui/dates.ts'
import { SearchField } from '../../ui/field.tsx'
import { matching } from '../../ui/matching.ts'
import { WindowedList } from '../../ui/long-list.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { KeptDialog } from './kept-dialog.tsx'
import { ResourceDetails } from './resource-details.tsx'
import { ResourceDialog } from './resource-dialog.tsx'
import { ResourceLine, useResourceActs } from './resource-line.tsx'
import './resources.css'

export type ResourceRow = Output<'resources.list'>[number]
type Overlay = { type: 'new' } | { type: 'details' | 'edit' | 'kept'; id: string }

/** The directory, by sector. */
export function ResourcesScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const [text, setText] = useState('')
  const rows = useRead('resources.list', undefined).data
  const [onlyStale, setOnlyStale] = useState(false)
  const offered = (rows ?? []).filter((row) => !isRetired(row, todayHere()))
  const stale = offered.filter((row) => row.stale)
  // once all are verified there is nothing left to narrow to
  const isNarrowed = onlyStale && stale.length > 0
  const groups = useGroups(rows ?? [], isNarrowed ? stale : offered, text, isNarrowed)
  const dialogs = useMemo(
    () => ({
      open: (id: string) => setOverlay({ type: 'details', id }),
      edit: (id: string) => setOverlay({ type: 'edit', id }),
      kept: (id: string) => setOverlay({ type: 'kept', id }),
    }),
    [],
  )
  const acts = useResourceActs(dialogs)
  const addButton = (
    <Button
      command="resources.save"
      variant="primary"
      icon={<Plus size={17} aria-hidden />}
      onPress={() => setOverlay({ type: 'new' })}
    >
      {t('resources.newResource')}
    </Button>
  )
  const isEmpty = rows?.length === 0
  return (
    <Page
      title={t('resources.title')}
      aside={rows !== undefined && !isEmpty && t('resources.count', { count: rows.length })}
      actions={
        <>
          <Button
            icon={<FileInput size={17} aria-hidden />}
            onPress={() => void navigate({ to: '/import/resources' })}
          >
            {t('importing.open')}
          </Button>
          {!isEmpty && addButton}
        </>
      }
    >
      {isEmpty && (
        <EmptyState icon={MapPin} title={t('resources.emptyTitle')} action={addButton}>
          {t('resources.emptyText')}
        </EmptyState>
      )}
      {rows !== undefined && !isEmpty && (
        <div className="directory">
          <SearchField label={t('resources.filter')} value={text} onChange={setText} />
          {stale.length > 0 && (
            <p className="stale-line">
              {t('resources.staleCount', { count: stale.length })}{' '}
              <Button variant="plain" onPress={() => setOnlyStale(!onlyStale)}>
                {t(isNarrowed ? 'resources.all' : 'resources.onlyStale')}
              </Button>
            </p>
          )}
          {groups.length === 0 && (
            <EmptyState icon={SearchX} title={t('resources.noMatchTitle', { text })}>
              {t('resources.noMatchText')}
            </EmptyState>
          )}
          {groups.map(({ key, label, resources }) => (
            <Section key={key} title={label}>
              <WindowedList list={wholeList(resources)} label={label} rowHeight={73} className="lines">
                {(resource) => <ResourceLine resource={resource} acts={acts} />}
              </WindowedList>
            </Section>
          ))}
        </div>
      )}
      {overlay !== null && <OpenOverlay overlay={overlay} rows={rows ?? []} onOverlay={setOverlay} />}
    </Page>
  )
}

type OpenOverlayProps = {
  overlay: Overlay
  rows: readonly ResourceRow[]
  onOverlay: (overlay: Overlay | null) => void
}

function OpenOverlay({ overlay, rows, onOverlay }: OpenOverlayProps) {
  const onClose = () => onOverlay(null)
  if (overlay.type === 'new') return <ResourceDialog start={blankResource} onClose={onClose} />
  const resource = rows.find(({ id }) => id === overlay.id)
  if (resource === undefined) return null
  if (overlay.type === 'kept') return <KeptDialog resource={resource} onClose={onClose} />
  if (overlay.type === 'details')
    return (
      <ResourceDetails
        resource={resource}
        onEdit={() => onOverlay({ type: 'edit', id: resource.id })}
        onClose={onClose}
      />
    )
  return <ResourceDialog id={resource.id} start={fieldsFrom(resourceFields, resource)} onClose={onClose} />
}

type Group = { key: string; label: string; resources: ResourceRow[] }

/** Those that resemble the text, by name, in the sectors of the list, which keeps its order; then those no longer offered. */
function useGroups(
  all: readonly ResourceRow[],
  offered: readonly ResourceRow[],
  text: string,
  isNarrowed: boolean,
): Group[] {
  const { t } = useTranslation()
  const lists = useLists()
  const matched = matching(
    all.map((row) => ({
      row,
      label: [
        row.organization,
        row.service,
        ...row.pivotContacts.map(({ name }) => name),
        lists.label('sector', row.sector),
      ].join(' '),
    })),
    text,
  )
  const found = new Set(matched.map(({ row }) => row))
  const bySector = Map.groupBy(
    offered.filter((row) => found.has(row)),
    ({ sector }) => sector,
  )
  const sectors = lists
    .options('sector', [...new Set(all.map(({ sector }) => sector))])
    .map(({ key, label }) => ({ key, label, resources: bySector.get(key) ?? [] }))
  const retired = {
    key: 'retired',
    label: t('resources.retiredSection'),
    resources: isNarrowed ? [] : all.filter((row) => found.has(row) && isRetired(row, todayHere())),
  }
  return [...sectors, retired].filter(({ resources }) => resources.length > 0)
}
