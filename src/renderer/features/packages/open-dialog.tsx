import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useAct } from '../../queries.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { fullDay, nearMoment } from '../../ui/dates.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Facts } from '../../ui/page.tsx'
import { blankNaming, KeyFields } from './key-fields.tsx'
import { useIsTaken } from './register-dialog.tsx'

type OpenDialogProps = { found: Output<'packages.inspect'>; onOpened: () => void; onClose: () => void }

/** Whose the package is, before anything of it is shown; an unknown key is compared first. */
export function OpenDialog({ found, onOpened, onClose }: OpenDialogProps) {
  const { t } = useTranslation()
  const { sender, createdAt, expiresOn, isOlderThanSeen } = found
  const [naming, setNaming] = useState(blankNaming)
  const [isTried, setTried] = useState(false)
  const open = useAct('packages.open', { quiet: true })
  const isTaken = useIsTaken(naming.name, sender.number)
  const submit = () => {
    setTried(true)
    const name = naming.name.trim()
    if (sender.name !== null) return open.mutate({ trust: null }, { onSuccess: onOpened })
    if (!naming.isCompared || name === '' || (isTaken && !naming.replaces)) return
    open.mutate(
      { trust: { number: sender.number, name, replaces: naming.replaces } },
      { onSuccess: onOpened },
    )
  }
  return (
    <FormDialog
      command="packages.open"
      title={t('packages.openTitle')}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      isSaving={open.isPending}
      submitLabel={t('packages.openSubmit')}
    >
      <Facts
        facts={[
          { label: t('packages.sender'), value: sender.name ?? t('packages.unknownSender') },
          { label: t('packages.made'), value: nearMoment(createdAt) },
          { label: t('packages.expires'), value: fullDay(expiresOn) },
        ]}
      />
      {isOlderThanSeen && (
        <Notice tone="warning" title={t('packages.olderTitle')}>
          {t('packages.olderText')}
        </Notice>
      )}
      {sender.name === null && (
        <>
          <Notice tone="warning" title={t('packages.unknownTitle')}>
            {t('packages.unknownText')}
          </Notice>
          <KeyFields
            number={sender.number}
            value={naming}
            onChange={setNaming}
            isTried={isTried}
            isTaken={isTaken}
          />
        </>
      )}
      <Notice title={t('packages.onceTitle')}>{t('packages.onceText')}</Notice>
      {open.error && <FailureNotice failure={open.error.failure} />}
    </FormDialog>
  )
}
