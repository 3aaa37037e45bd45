import { Plus, Scale, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { LongList } from '../../ui/long-list.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { blankIncident, IncidentDialog } from './incident-dialog.tsx'
import { IncidentLine, type IncidentRow } from './incident-line.tsx'
import './incidents.css'

export function IncidentsScreen() {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<IncidentRow | 'new' | null>(null)
  const rows = useRead('incidents.list', undefined).data
  const isEmpty = rows?.length === 0
  const addButton = (
    <Button
      command="incidents.save"
      variant="primary"
      icon={<Plus size={17} aria-hidden />}
      onPress={() => setEditing('new')}
    >
      {t('incidents.newIncident')}
    </Button>
  )
  return (
    <Page
      title={t('incidents.title')}
      aside={rows !== undefined && !isEmpty && t('incidents.count', { count: rows.length })}
      actions={!isEmpty && addButton}
    >
      <p className="incident-reminder">
        <Scale size={16} aria-hidden /> {t('incidents.reminder')}
      </p>
      {isEmpty && (
        <EmptyState icon={ShieldCheck} title={t('incidents.emptyTitle')} action={addButton}>
          {t('incidents.emptyText')}
        </EmptyState>
      )}
      {rows !== undefined && !isEmpty && (
        <LongList rows={rows} rowKey={({ id }) => id} rowHeight={72} className="lines incidents">
          {(incident) => (
            <IncidentLine key={incident.id} incident={incident} onOpen={() => setEditing(incident)} />
          )}
        </LongList>
      )}
      {editing !== null && <EditDialog editing={editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}

function EditDialog({ editing, onClose }: { editing: IncidentRow | 'new'; onClose: () => void }) {
  if (editing === 'new') return <IncidentDialog start={blankIncident()} onClose={onClose} />
  const { id, alias: _, ...fields } = editing
  return <IncidentDialog id={id} start={fields} onClose={onClose} />
}
