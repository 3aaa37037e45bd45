import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FolderField } from '../../folder-field.tsx'
import { failureOf } from '../../client.ts'
import { FormDialog, TellingDialog } from '../../ui/dialog.tsx'
import { PassphraseField } from '../../ui/field.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { PaperAnd, type PaperOrder } from './paper-preview.tsx'

type FolderPrintDialogProps = {
  title: string
  order: PaperOrder
  /** What to know before it is written. */
  before?: ReactNode
  /** It names persons: the passphrase is asked again. */
  asksPassphrase?: boolean
  /** Instead of « Enregistrer le PDF ». */
  submitLabel?: string
  /** The act that writes it. */
  print: { isPending: boolean; data: { file: string } | undefined; error: Error | null }
  /** Once a folder is chosen; the passphrase is empty unless it is asked. */
  onPrint: (passphrase: string) => void
  onClose: () => void
}

/** A document as it will be, and where it goes; then where it was put. */
export function FolderPrintDialog(props: FolderPrintDialogProps) {
  const { title, order, before, asksPassphrase = false, submitLabel, print, onPrint, onClose } = props
  const { t } = useTranslation()
  const [folder, setFolder] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [isTried, setTried] = useState(false)
  if (print.data !== undefined) return <Printed title={title} file={print.data.file} onClose={onClose} />
  return (
    <FormDialog
      title={title}
      isOpen
      size="wide"
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (folder !== null && !(asksPassphrase && passphrase === '')) onPrint(passphrase)
      }}
      isSaving={print.isPending}
      submitLabel={submitLabel ?? t('print.save')}
    >
      <PaperAnd order={order} title={title}>
        {before}
        <FolderField
          name={folder}
          onChosen={setFolder}
          error={isTried && folder === null ? t('duties.folderNeeded') : undefined}
        />
        {asksPassphrase && (
          <PassphraseField
            label={t('duties.passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            error={isTried && passphrase === '' ? t('form.required') : undefined}
          />
        )}
        {print.error && <FailureNotice failure={failureOf(print.error)} />}
      </PaperAnd>
    </FormDialog>
  )
}

/** Where it was put. */
function Printed({ title, file, onClose }: { title: string; file: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <TellingDialog title={title} isOpen onClose={onClose}>
      <Notice tone="ok" title={t('duties.printed')} isAlert>
        {file}
      </Notice>
    </TellingDialog>
  )
}
