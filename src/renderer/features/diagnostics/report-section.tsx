import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import './diagnostics.css'

/** A report for whoever helps: read first, whole, then saved or not. */
export function ReportSection() {
  const { t } = useTranslation()
  const prepare = useAct('diagnostics.prepare')
  const save = useAct('diagnostics.write')
  const [text, setText] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const close = () => setText(null)
  return (
    <Section title={t('diagnostics.title')}>
      <p className="diagnostics-note">{t('diagnostics.note')}</p>
      <div>
        <Button
          icon={<FileText size={17} aria-hidden />}
          onPress={() => prepare.mutate(undefined, { onSuccess: (report) => setText(report.text) })}
        >
          {t('diagnostics.create')}
        </Button>
      </div>
      <p role="status" className="diagnostics-note">
        {saved !== null && t('diagnostics.saved', { name: saved })}
      </p>
      {text !== null && (
        <Dialog
          isOpen
          title={t('diagnostics.report')}
          onClose={close}
          size="large"
          footer={
            <Button
              variant="primary"
              isDisabled={save.isPending}
              onPress={() =>
                save.mutate(undefined, {
                  onSuccess: ({ name }) => {
                    setSaved(name)
                    close()
                  },
                })
              }
            >
              {t('diagnostics.save')}
            </Button>
          }
        >
          <p className="diagnostics-note">{t('diagnostics.everything')}</p>
          <textarea
            className="diagnostics-text"
            readOnly
            rows={16}
            aria-label={t('diagnostics.report')}
            value={text}
          />
        </Dialog>
      )}
    </Section>
  )
}
