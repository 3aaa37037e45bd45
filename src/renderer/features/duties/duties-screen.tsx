import { Plus, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { blankConsent, ConsentDialog } from './consent-dialog.tsx'
import { ConsentsTab } from './consents-tab.tsx'
import { DocumentsTab } from './documents-tab.tsx'
import './duties.css'
import { PrintDialog } from './print-dialog.tsx'

const registerTabs = ['consents'] as const
type RegisterTab = (typeof registerTabs)[number]
const isRegister = (tab: string): tab is RegisterTab => registerTabs.some((name) => name === tab)

const contents = { consents: ConsentsTab }

/** « Registres »: what the law asks an organization to keep, and to be able to show. */
export function DutiesScreen() {
  const { t } = useTranslation()
  const [tab, setTab] = useState<string>('consents')
  const [overlay, setOverlay] = useState<'add' | 'print' | null>(null)
  const close = () => setOverlay(null)
  const register = isRegister(tab) ? tab : null
  return (
    <Page
      title={t('shell.duties')}
      actions={
        register !== null && (
          <>
            <Button icon={<Printer size={17} aria-hidden />} onPress={() => setOverlay('print')}>
              {t('duties.printRegister')}
            </Button>
            <Button
              command={`${register}.save`}
              variant="primary"
              icon={<Plus size={17} aria-hidden />}
              onPress={() => setOverlay('add')}
            >
              {t(`duties.add.${register}`)}
            </Button>
          </>
        )
      }
    >
      <Tabs
        label={t('duties.tabs')}
        selected={tab}
        onSelect={setTab}
        items={[
          ...registerTabs.map((key) => {
            const Content = contents[key]
            return { key, label: t(`duties.tab.${key}`), content: <Content /> }
          }),
          { key: 'documents', label: t('duties.tab.documents'), content: <DocumentsTab /> },
        ]}
      />
      {overlay === 'print' && register !== null && <PrintDialog document={register} onClose={close} />}
      {overlay === 'add' && register === 'consents' && (
        <ConsentDialog start={blankConsent()} onClose={close} />
      )}
    </Page>
  )
}
