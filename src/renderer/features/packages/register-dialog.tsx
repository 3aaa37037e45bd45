import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useAct } from '../../queries.ts'
import { announceDone } from '../../toasts.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { KeyFields, useNaming } from './key-fields.tsx'

type RegisterDialogProps = { card: Output<'packages.readCard'>; onClose: () => void }

/** A key just received: compared, named, then kept. */
export function RegisterDialog({ card: { number, name: known }, onClose }: RegisterDialogProps) {
  const { t } = useTranslation()
  const naming = useNaming(number, known ?? '')
  const register = useAct('packages.register', { quiet: true })
  const submit = () => {
    const named = naming.complete()
    if (named === null) return
    register.mutate(named, {
      onSuccess: () => {
        announceDone('packages.keyRegistered')
        onClose()
      },
    })
  }
  return (
    <FormDialog
      command="packages.register"
      title={t('packages.registerTitle')}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      isSaving={register.isPending}
      submitLabel={t('packages.register')}
    >
      <p>{t('packages.registerText')}</p>
      {known !== null && <Notice tone="information" title={t('packages.known', { name: known })} />}
      <KeyFields {...naming.fields} />
      {register.error && <FailureNotice failure={register.error.failure} />}
    </FormDialog>
  )
}
