import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useAct, useRead } from '../../queries.ts'
import { announceDone } from '../../toasts.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { blankNaming, KeyFields } from './key-fields.tsx'

type RegisterDialogProps = { card: Output<'packages.readCard'>; onClose: () => void }

/** A key just received: compared, named, then kept. */
export function RegisterDialog({ card: { number, name: known }, onClose }: RegisterDialogProps) {
  const { t } = useTranslation()
  const [naming, setNaming] = useState({ ...blankNaming, name: known ?? '' })
  const [isTried, setTried] = useState(false)
  const register = useAct('packages.register', { quiet: true })
  const isTaken = useIsTaken(naming.name, number)
  const submit = () => {
    setTried(true)
    const name = naming.name.trim()
    if (!naming.isCompared || name === '' || (isTaken && !naming.replaces)) return
    register.mutate(
      { number, name, replaces: naming.replaces },
      {
        onSuccess: () => {
          announceDone('packages.keyRegistered')
          onClose()
        },
      },
    )
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
      <KeyFields number={number} value={naming} onChange={setNaming} isTried={isTried} isTaken={isTaken} />
      {register.error && <FailureNotice failure={register.error.failure} />}
    </FormDialog>
  )
}

/** Whether another key is known by that name. */
export function useIsTaken(name: string, number: string): boolean {
  const known = useRead('packages.list', undefined).data?.correspondents ?? []
  return known.some((each) => each.name === name.trim() && each.number !== number)
}
