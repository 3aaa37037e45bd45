import { History, MessageSquareReply } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../queries.ts'
import { ActionMenu, editAction, removeAction } from '../../ui/menu.tsx'
import type { ReferralRow } from './end-dialog.tsx'
import type { ReferralDialogState } from './referrals-screen.tsx'

type ReferralMenuProps = {
  referral: ReferralRow
  onDialog: (dialog: ReferralDialogState) => void
  onRemove: (id: string) => void
}

/** The same from one drawing to the next. */
export function useRemoveReferral(): (id: string) => void {
  const { mutate } = useAct('referrals.remove', { done: 'referrals.removed' })
  return useCallback((id) => mutate({ id }), [mutate])
}

export function ReferralMenu({ referral, onDialog, onRemove }: ReferralMenuProps) {
  const { t } = useTranslation()
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
        editAction('referrals.save', () => onDialog({ type: 'edit', referral })),
        removeAction('referrals.remove', () => onRemove(referral.id)),
      ]}
    />
  )
}
