import { X } from 'lucide-react'
import { useId, type FormEvent, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CommandName } from '#shared/contract'
import { useMay } from '../role.ts'
import { Button, IconButton } from './button.tsx'
import './dialog.css'
import { useOnce } from './once.ts'
import { ReadOnly } from './read-only.tsx'
import { onSaveKey } from './save-key.ts'

type DialogProps = {
  title: ReactNode
  isOpen: boolean
  onClose: () => void
  size?: 'small' | 'medium' | 'large' | 'wide'
  /** The buttons, the main one last. */
  footer?: ReactNode
  /** What it holds has fields, and so is scrolled from them. */
  isForm?: boolean
  children: ReactNode
}

/** A window over the page. Escape closes it; a click outside does not, so that nothing typed is lost by accident. */
export function Dialog({
  title,
  isOpen,
  onClose,
  size = 'medium',
  footer,
  isForm = false,
  children,
}: DialogProps) {
  const { t } = useTranslation()
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal" data-size={size}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton label={t('form.close')} icon={<X size={18} aria-hidden />} onPress={onClose} />
          </header>
          {/* what is only read is scrolled by the keyboard too */}
          <div className="dialog-body" tabIndex={isForm ? undefined : 0}>
            {children}
          </div>
          {footer !== undefined && <footer className="dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A dialog that only tells or shows: one button closes it. */
export function TellingDialog(props: Omit<DialogProps, 'footer' | 'isForm'>) {
  const { t } = useTranslation()
  return <Dialog {...props} footer={<Button onPress={props.onClose}>{t('form.close')}</Button>} />
}

type FormDialogProps = Omit<DialogProps, 'footer' | 'isForm'> & {
  /** What saving calls: for whom the engine would refuse it, the form is only to be read. */
  command?: CommandName
  /** Answers a promise where the form looks at itself first. */
  onSubmit: () => unknown
  isSaving: boolean
  /** Instead of « Enregistrer ». */
  submitLabel?: string
  /** At the left of the foot, away from saving: « Retirer ». */
  aside?: ReactNode
}

/** A dialog that holds one form. Ctrl+Enter saves from any field. */
export function FormDialog({
  command,
  onSubmit,
  isSaving,
  submitLabel,
  aside,
  children,
  ...props
}: FormDialogProps) {
  const { t } = useTranslation()
  const formId = useId()
  const may = useMay()
  const submit = useOnce(onSubmit, isSaving)
  if (command !== undefined && !may(command))
    return (
      <TellingDialog {...props}>
        <ReadOnly command={command}>{children}</ReadOnly>
      </TellingDialog>
    )
  const submitForm = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <Dialog
      {...props}
      isForm
      footer={
        <>
          {aside !== undefined && <span className="dialog-aside">{aside}</span>}
          <Button onPress={props.onClose}>{t('form.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} shortcut="Ctrl+Enter" isPending={isSaving}>
            {submitLabel ?? t('form.save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="stack" onSubmit={submitForm} {...onSaveKey(submit)}>
        {children}
      </form>
    </Dialog>
  )
}
