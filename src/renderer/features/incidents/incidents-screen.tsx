import { Plus, Scale, ShieldCheck } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLists } from '../../lists.tsx'
import { useLongList } from '../../long-lists.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { WindowedList } from '../../ui/long-list.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { blankIncident, IncidentDialog } from './incident-dialog.tsx'
import { IncidentLine, type IncidentRow } from './incident-line.tsx'
import './incidents.css'

export function IncidentsScreen() {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<IncidentRow | 'new' | null>(null)
  const lists = useLists()
  const incidents = useLongList('incidents.list', {})
  const { total } = incidents
  const { mutate } = useAct('incidents.remove', { done: 'incidents.removed' })
  const remove = useCallback((id: string) => mutate({ id }), [mutate])
  const isEmpty = total === 0
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
      aside={total !== undefined && !isEmpty && t('incidents.count', { count: total })}
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
      {total !== undefined && !isEmpty && (
        <WindowedList
          list={incidents}
          label={t('incidents.title')}
          rowHeight={73}
          className="lines incidents"
        >
          {(incident) => (
            <IncidentLine incident={incident} lists={lists} onOpen={setEditing} onRemove={remove} />
          )}
        </WindowedList>
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
