import { useNavigate } from '@tanstack/react-router'
import { FileInput, MapPin, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsFrom } from '#core/caseload/fields'
import { blankResource, resourceFields, resourceName } from '#core/caseload/resource'
import type { Output } from '#shared/contract'
import { useLists } from '../../lists.tsx'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/field.tsx'
import { matching } from '../../ui/fold.ts'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { KeptDialog } from './kept-dialog.tsx'
import { ResourceDialog } from './resource-dialog.tsx'
import { ResourceLine } from './resource-line.tsx'
import './resources.css'

export type ResourceRow = Output<'resources.list'>[number]
type Overlay = { type: 'new' } | { type: 'edit' | 'kept'; resource: ResourceRow }

/** The directory, by sector. */
export function ResourcesScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const [text, setText] = useState('')
  const rows = useRead('resources.list', undefined).data
  const sectors = useSectors(rows ?? [], text)
  const addButton = (
    <Button
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
          {sectors.length === 0 && (
            <EmptyState icon={SearchX} title={t('resources.noMatchTitle', { text })}>
              {t('resources.noMatchText')}
            </EmptyState>
          )}
          {sectors.map(({ sector, label, resources }) => (
            <Section key={sector} title={label}>
              <ul className="lines">
                {resources.map((resource) => (
                  <ResourceLine
                    key={resource.id}
                    resource={resource}
                    onOpen={() => setOverlay({ type: 'edit', resource })}
                    onKept={() => setOverlay({ type: 'kept', resource })}
                  />
                ))}
              </ul>
            </Section>
          ))}
        </div>
      )}
      {overlay !== null && <OpenOverlay overlay={overlay} onClose={() => setOverlay(null)} />}
    </Page>
  )
}

function OpenOverlay({ overlay, onClose }: { overlay: Overlay; onClose: () => void }) {
  if (overlay.type === 'new') return <ResourceDialog start={blankResource} onClose={onClose} />
  if (overlay.type === 'kept') return <KeptDialog resource={overlay.resource} onClose={onClose} />
  const { resource } = overlay
  return <ResourceDialog id={resource.id} start={fieldsFrom(resourceFields, resource)} onClose={onClose} />
}

/** Those that resemble the text, in the sectors of the list, which keeps its order. */
function useSectors(rows: readonly ResourceRow[], text: string) {
  const lists = useLists()
  const found = matching(
    rows.map((row) => ({
      row,
      label: [
        row.organization,
        row.service,
        ...row.pivotContacts.map(({ name }) => name),
        lists.label('sector', row.sector),
      ].join(' '),
    })),
    text,
  ).map(({ row }) => row)
  const chosen = [...new Set(rows.map(({ sector }) => sector))]
  return lists
    .options('sector', chosen)
    .map(({ key, label }) => ({
      sector: key,
      label,
      resources: found
        .filter(({ sector }) => sector === key)
        .sort((a, b) => resourceName(a).localeCompare(resourceName(b), 'fr-CA')),
    }))
    .filter(({ resources }) => resources.length > 0)
}
