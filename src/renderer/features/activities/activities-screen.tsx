import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import './activities.css'
import { blankGroupActivity, GroupActivityDialog } from './group-activity-dialog.tsx'
import { GroupActivities } from './group-activities.tsx'
import { Hours } from './hours.tsx'
import { blankStaffSupport, StaffSupportDialog } from './staff-support-dialog.tsx'
import { StaffSupport } from './staff-support.tsx'
import { Visits } from './visits.tsx'

/** What is done besides persons: groups, the library's staff, hours of the mandate, the library's visits. */
export function ActivitiesScreen() {
  const { t } = useTranslation()
  const [tab, setTab] = useState('group')
  const [isAdding, setAdding] = useState(false)
  const close = () => setAdding(false)
  const addButton = (tab === 'group' || tab === 'support') && (
    <Button variant="primary" icon={<Plus size={17} aria-hidden />} onPress={() => setAdding(true)}>
      {t(tab === 'group' ? 'activities.newGroup' : 'activities.newSupport')}
    </Button>
  )
  return (
    <Page title={t('activities.title')} actions={addButton}>
      <Tabs
        label={t('activities.tabs')}
        selected={tab}
        onSelect={setTab}
        items={[
          { key: 'group', label: t('activities.group'), content: <GroupActivities /> },
          { key: 'support', label: t('activities.support'), content: <StaffSupport /> },
          { key: 'hours', label: t('activities.hours'), content: <Hours /> },
          { key: 'visits', label: t('activities.visits'), content: <Visits /> },
        ]}
      />
      {isAdding && tab === 'group' && <GroupActivityDialog start={blankGroupActivity()} onClose={close} />}
      {isAdding && tab === 'support' && <StaffSupportDialog start={blankStaffSupport()} onClose={close} />}
    </Page>
  )
}
