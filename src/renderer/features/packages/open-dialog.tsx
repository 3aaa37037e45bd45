import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useAct } from '../../queries.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { fullDay, nearMoment } from '../../ui/dates.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Facts } from '../../ui/page.tsx'
import { KeyFields, useNaming } from './key-fields.tsx'

type OpenDialogProps = { found: Output<'packages.inspect'>; onOpened: () => void; onClose: () => void }

/** Whose the package is, before anything of it is shown; an unknown key is compared first. */
export function OpenDialog({ found, onOpened, onClose }: OpenDialogProps) {
  const { t } = useTranslation()
  const { sender, createdAt, expiresOn, isOlderThanSeen } = found
  const naming = useNaming(sender.number)
  const open = useAct('packages.open', { quiet: true })
  const submit = () => {
    const trust = sender.name === null ? naming.complete() : null
    if (sender.name !== null || trust !== null) open.mutate({ trust }, { onSuccess: onOpened })
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
          <KeyFields {...naming.fields} />
        </>
      )}
      <Notice title={t('packages.onceTitle')}>{t('packages.onceText')}</Notice>
      {open.error && <FailureNotice failure={open.error.failure} />}
    </FormDialog>
  )
}
