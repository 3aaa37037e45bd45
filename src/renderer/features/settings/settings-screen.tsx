import { useTranslation } from 'react-i18next'
import { useRead } from '../../queries.ts'
import { Page } from '../../ui/page.tsx'
import { ReadOnly } from '../../ui/read-only.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ReportSection } from '../diagnostics/report-section.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { UpdatesTab } from '../updates/updates-tab.tsx'
import { SecurityTab } from '../security/security-tab.tsx'
import { ListEditor } from './list-editor.tsx'
import { MandateForm } from './mandate-form.tsx'
import './settings.css'

/** What the organization and the worker chose: the mandate, the language, the words of the lists. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const settings = useRead('settings.read', undefined).data
  return (
    <Page title={t('shell.settings')}>
      <Tabs
        label={t('settings.tabs')}
        items={[
          {
            key: 'mandate',
            label: t('settings.mandate'),
            content: settings && (
              <div className="settings-parts">
                <ReadOnly command="settings.save">
                  <MandateForm settings={settings} />
                </ReadOnly>
                <LanguageChoice />
              </div>
            ),
          },
          {
            key: 'lists',
            label: t('settings.lists'),
            content: (
              <ReadOnly command="lists.saveValue">
                <ListEditor />
              </ReadOnly>
            ),
          },
          { key: 'security', label: t('security.tab'), content: <SecurityTab /> },
          { key: 'updates', label: t('updates.tab'), content: <UpdatesTab /> },
          { key: 'diagnostics', label: t('diagnostics.tab'), content: <ReportSection /> },
        ]}
      />
    </Page>
  )
}
