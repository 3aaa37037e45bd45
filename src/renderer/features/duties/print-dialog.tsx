import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainDocuments, type PlainDocument, type RegisterName } from '#core/duties/documents/names'
import { failureOf } from '../../client.ts'
import { FolderField } from '../../folder-field.tsx'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, FormDialog } from '../../ui/dialog.tsx'
import { PassphraseField } from '../../ui/field.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'

export type Printable = PlainDocument | RegisterName
const isPlain = (document: Printable): document is PlainDocument =>
  plainDocuments.some((name) => name === document)

type PrintDialogProps = { document: Printable; onClose: () => void }

/** Where a document goes; and, when it names persons, the passphrase again. */
export function PrintDialog({ document, onClose }: PrintDialogProps) {
  const { t } = useTranslation()
  const [folder, setFolder] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [isTried, setTried] = useState(false)
  const plain = useAct('documents.print', { quiet: true })
  const register = useAct('registers.print', { quiet: true })
  const print = isPlain(document) ? plain : register
  const title = t(`duties.documents.${document}`)
  const submit = () => {
    setTried(true)
    if (folder === null) return
    if (isPlain(document)) plain.mutate({ document })
    else if (passphrase !== '') register.mutate({ register: document, passphrase })
  }
  if (print.data !== undefined) return <Printed title={title} file={print.data.file} onClose={onClose} />
  return (
    <FormDialog
      title={title}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      isSaving={print.isPending}
      submitLabel={t('duties.print')}
    >
      {!isPlain(document) && (
        <Notice tone="warning" title={t('duties.leaves')}>
          {t('duties.leavesText')}
        </Notice>
      )}
      <FolderField
        name={folder}
        onChosen={setFolder}
        error={isTried && folder === null ? t('duties.folderNeeded') : undefined}
      />
      {!isPlain(document) && (
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
