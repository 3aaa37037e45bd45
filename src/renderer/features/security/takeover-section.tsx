import { ArrowLeftRight, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct, useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { fullDay } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { FolderPrintDialog } from '../print/folder-print-dialog.tsx'
import { TakeoverDialog } from './takeover-dialog.tsx'

/** « Relais »: the notebook passes to another worker; what was done is kept and prints. */
export function TakeoverSection() {
  const { t } = useTranslation()
  const [isTaking, setTaking] = useState(false)
  const [printing, setPrinting] = useState<string | null>(null)
  const held = useRead('takeovers.read', undefined).data?.held ?? []
  return (
    <Section
      title={t('takeover.title')}
      actions={
        <Button
          command="takeovers.run"
          icon={<ArrowLeftRight size={17} aria-hidden />}
          onPress={() => setTaking(true)}
        >
          {t('takeover.begin')}
        </Button>
      }
    >
      <p className="small quiet">{t('takeover.text')}</p>
      {held.length > 0 && (
        <ul className="slots">
          {held.map(({ id, at, worker, organization }) => (
            <li key={id} className="slot">
              <div className="grow">
                <p className="slot-name">{t('takeover.heldOn', { day: fullDay(at), worker })}</p>
                <p className="small muted">{t('takeover.heldWith', { organization })}</p>
              </div>
              <Button icon={<Printer size={17} aria-hidden />} onPress={() => setPrinting(id)}>
                {t('takeover.record')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isTaking && (
        <TakeoverDialog
          onClose={() => setTaking(false)}
          onPrint={(id) => {
            setTaking(false)
            setPrinting(id)
          }}
        />
      )}
      {printing !== null && <RecordDialog id={printing} onClose={() => setPrinting(null)} />}
    </Section>
  )
}

function RecordDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const print = useAct('takeovers.print', { quiet: true })
  return (
    <FolderPrintDialog
      title={t('takeover.printTitle')}
      order={{ paper: 'takeover', id }}
      before={<p>{t('takeover.printText')}</p>}
      print={print}
      onPrint={() => print.mutate({ id })}
      onClose={onClose}
    />
  )
}
