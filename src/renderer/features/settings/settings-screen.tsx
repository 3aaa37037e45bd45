import { useTranslation } from 'react-i18next'
import { useRead } from '../../queries.ts'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { LanguageChoice } from './language-choice.tsx'
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
              <>
                <MandateForm settings={settings} />
                <LanguageChoice />
              </>
            ),
          },
          { key: 'lists', label: t('settings.lists'), content: <ListEditor /> },
        ]}
      />
    </Page>
  )
}
