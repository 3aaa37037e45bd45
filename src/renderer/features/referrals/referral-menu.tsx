import { History, MessageSquareReply, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../queries.ts'
import { ActionMenu } from '../../ui/menu.tsx'
import type { ReferralRow } from './end-dialog.tsx'
import type { ReferralDialogState } from './referrals-screen.tsx'

type ReferralMenuProps = { referral: ReferralRow; onDialog: (dialog: ReferralDialogState) => void }

export function ReferralMenu({ referral, onDialog }: ReferralMenuProps) {
  const { t } = useTranslation()
  const remove = useAct('referrals.remove', { done: 'referrals.removed' })
  return (
    <ActionMenu
      label={t('referrals.actions', { who: referral.alias, resource: referral.resourceName })}
      actions={[
        {
          key: 'details',
          label: t('referrals.history'),
          icon: <History size={16} aria-hidden />,
          onAction: () => onDialog({ type: 'details', referral }),
        },
        {
          key: 'tellBack',
          command: 'referrals.tellBack',
          label: t('referrals.tellBack'),
          icon: <MessageSquareReply size={16} aria-hidden />,
          onAction: () => onDialog({ type: 'tellBack', referral }),
        },
        {
          key: 'edit',
          command: 'referrals.save',
          label: t('form.edit'),
          icon: <Pencil size={16} aria-hidden />,
          onAction: () => onDialog({ type: 'edit', referral }),
        },
        {
          key: 'remove',
          command: 'referrals.remove',
          label: t('form.remove'),
          icon: <Trash2 size={16} aria-hidden />,
          isDanger: true,
          onAction: () => remove.mutate({ id: referral.id }),
        },
      ]}
    />
  )
}
