import { Plus, Printer } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { registers, type RegisterName } from '#core/duties/documents/names'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AccessTab } from '../access/access-tab.tsx'
import {
  blankConfidentialityIncident,
  ConfidentialityIncidentDialog,
} from './confidentiality-incident-dialog.tsx'
import { ConfidentialityIncidentsTab } from './confidentiality-incidents-tab.tsx'
import { blankConsent, ConsentDialog } from './consent-dialog.tsx'
import { ConsentsTab } from './consents-tab.tsx'
import { blankDisclosure, DisclosureDialog } from './disclosure-dialog.tsx'
import { DisclosuresTab } from './disclosures-tab.tsx'
import { DocumentsTab } from './documents-tab.tsx'
import './duties.css'
import { blankRequest, RequestDialog } from './request-dialog.tsx'
import { RetentionTab } from './retention-tab.tsx'
import { RequestsTab } from './requests-tab.tsx'
import { dutyTabs, type DutyTab } from './tabs.ts'
import { PrintDialog } from './print-dialog.tsx'

const contents: Record<RegisterName, () => ReactNode> = {
  consents: ConsentsTab,
  requests: RequestsTab,
  disclosures: DisclosuresTab,
  confidentialityIncidents: ConfidentialityIncidentsTab,
  erasures: RetentionTab,
  accessLog: AccessTab,
}
/** Those that are written by hand: a retention act or an access enters itself. */
type Written = Exclude<RegisterName, 'erasures' | 'accessLog'>
const isWritten = (register: RegisterName): register is Written =>
  register !== 'erasures' && register !== 'accessLog'
const isTab = (key: string): key is DutyTab => dutyTabs.some((tab) => tab === key)

/** « Registres »: what the law asks an organization to keep, and to be able to show. */
export function DutiesScreen({ tab, onTab }: { tab: DutyTab; onTab: (tab: DutyTab) => void }) {
  const { t } = useTranslation()
  const [overlay, setOverlay] = useState<'add' | 'print' | null>(null)
  const close = () => setOverlay(null)
  const register = tab === 'documents' ? null : tab
  return (
    <Page
      title={t('shell.duties')}
      actions={
        register !== null && (
          <>
            <Button icon={<Printer size={17} aria-hidden />} onPress={() => setOverlay('print')}>
              {t('duties.printRegister')}
            </Button>
            {isWritten(register) && (
              <Button
                command={`${register}.save`}
                variant="primary"
                icon={<Plus size={17} aria-hidden />}
                onPress={() => setOverlay('add')}
              >
                {t(`duties.add.${register}`)}
              </Button>
            )}
          </>
        )
      }
    >
      <Tabs
        label={t('duties.tabs')}
        selected={tab}
        onSelect={(key) => isTab(key) && onTab(key)}
        items={[
          ...registers.map((key) => {
            const Content = contents[key]
            return { key, label: t(`duties.tab.${key}`), content: <Content /> }
          }),
          { key: 'documents', label: t('duties.tab.documents'), content: <DocumentsTab /> },
        ]}
      />
      {overlay === 'print' && register !== null && <PrintDialog document={register} onClose={close} />}
      {overlay === 'add' && register !== null && isWritten(register) && (
        <AddDialog register={register} onClose={close} />
      )}
    </Page>
  )
}

function AddDialog({ register, onClose }: { register: Written; onClose: () => void }) {
  switch (register) {
    case 'consents':
      return <ConsentDialog start={blankConsent()} onClose={onClose} />
    case 'requests':
      return <RequestDialog start={blankRequest()} onClose={onClose} />
    case 'disclosures':
      return <DisclosureDialog start={blankDisclosure()} onClose={onClose} />
    case 'confidentialityIncidents':
      return <ConfidentialityIncidentDialog start={blankConfidentialityIncident()} onClose={onClose} />
  }
}
