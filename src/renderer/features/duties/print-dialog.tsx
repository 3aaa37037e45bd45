import { useTranslation } from 'react-i18next'
import { plainDocuments, type PlainDocument, type RegisterName } from '#core/duties/documents/names'
import { useAct } from '../../queries.ts'
import { Notice } from '../../ui/notice.tsx'
import { FolderPrintDialog } from '../print/folder-print-dialog.tsx'

export type Printable = PlainDocument | RegisterName
const isPlain = (document: Printable): document is PlainDocument =>
  plainDocuments.some((name) => name === document)

type PrintDialogProps = { document: Printable; onClose: () => void }

/** Where a document goes; and, when it names persons, the passphrase again. */
export function PrintDialog({ document, onClose }: PrintDialogProps) {
  const { t } = useTranslation()
  const plain = useAct('documents.print', { quiet: true })
  const register = useAct('registers.print', { quiet: true })
  const title = t(`duties.documents.${document}`)
  if (isPlain(document))
    return (
      <FolderPrintDialog
        title={title}
        order={{ paper: document }}
        print={plain}
        onPrint={() => plain.mutate({ document })}
        onClose={onClose}
      />
    )
  return (
    <FolderPrintDialog
      title={title}
      order={{ paper: document }}
      before={
        <Notice tone="warning" title={t('duties.leaves')}>
          {t('duties.leavesText')}
        </Notice>
      }
      asksPassphrase
      print={register}
      onPrint={(passphrase) => register.mutate({ register: document, passphrase })}
      onClose={onClose}
    />
  )
}
