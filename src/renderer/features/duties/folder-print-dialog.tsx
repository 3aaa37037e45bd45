import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FolderField } from '../../folder-field.tsx'
import { failureOf } from '../../client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, FormDialog } from '../../ui/dialog.tsx'
import { PassphraseField } from '../../ui/field.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'

type FolderPrintDialogProps = {
  title: string
  /** What to know before it is written. */
  before?: ReactNode
  /** It names persons: the passphrase is asked again. */
  asksPassphrase?: boolean
  /** The act that prints. */
  print: { isPending: boolean; data: { file: string } | undefined; error: Error | null }
  /** Once a folder is chosen; the passphrase is empty unless it is asked. */
  onPrint: (passphrase: string) => void
  onClose: () => void
}

/** Where a document goes, then where it was put. */
export function FolderPrintDialog(props: FolderPrintDialogProps) {
  const { title, before, asksPassphrase = false, print, onPrint, onClose } = props
  const { t } = useTranslation()
  const [folder, setFolder] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [isTried, setTried] = useState(false)
  if (print.data !== undefined) return <Printed title={title} file={print.data.file} onClose={onClose} />
  return (
    <FormDialog
      title={title}
      isOpen
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (folder !== null && !(asksPassphrase && passphrase === '')) onPrint(passphrase)
      }}
      isSaving={print.isPending}
      submitLabel={t('duties.print')}
    >
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
    </FormDialog>
  )
}

/** Where it was put. */
export function Printed({ title, file, onClose }: { title: string; file: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={<Button onPress={onClose}>{t('form.close')}</Button>}
    >
      <Notice tone="ok" title={t('duties.printed')} isAlert>
        {file}
      </Notice>
    </Dialog>
  )
}
