import { Flag, Plus, Route } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Board } from './board.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { EndDialog, type ReasonedState, type ReferralRow } from './end-dialog.tsx'
import { EndedList } from './ended-list.tsx'
import { blankReferral, ReferralDialog } from './referral-dialog.tsx'
import './referrals.css'
import { TellBackDialog } from './tell-back-dialog.tsx'
import { fieldsFrom } from '#core/caseload/fields'
import { referralFields } from '#core/caseload/referral'

/** The dialog over the board. */
export type ReferralDialogState =
  | { type: 'new' }
  | { type: 'details' | 'edit'; referral: ReferralRow }
  | { type: 'tellBack'; referral: ReferralRow }
  | { type: 'end'; referral: ReferralRow; state: ReasonedState }

export function ReferralsScreen() {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<ReferralDialogState | null>(null)
  const open = useCount({ ended: false })
  const ended = useCount({ ended: true })
  const addButton = (
    <Button
      command="referrals.save"
      variant="primary"
      icon={<Plus size={17} aria-hidden />}
      onPress={() => setDialog({ type: 'new' })}
    >
      {t('referrals.newReferral')}
    </Button>
  )
  return (
    <Page title={t('referrals.title')} width="wide" actions={open !== 0 && addButton}>
      <Tabs
        label={t('referrals.tabs')}
        items={[
          {
            key: 'open',
            label: t('referrals.open'),
            ...(open !== undefined && { count: open }),
            content: open === 0 ? <Nothing addButton={addButton} /> : <Board onDialog={setDialog} />,
          },
          {
            key: 'ended',
            label: t('referrals.ended'),
            ...(ended !== undefined && { count: ended }),
            content:
              ended === 0 ? (
                <EmptyState icon={Flag} title={t('referrals.noneEndedTitle')}>
                  {t('referrals.noneEndedText')}
                </EmptyState>
              ) : (
                <EndedList onDialog={setDialog} />
              ),
          },
        ]}
      />
      {dialog !== null && <OpenDialog dialog={dialog} onDialog={setDialog} />}
    </Page>
  )
}

/** How many there are, whatever is drawn of them. */
const useCount = (filter: { ended: boolean }): number | undefined =>
  useRead('referrals.list', { filter, limit: 1, offset: 0 }).data?.total

function Nothing({ addButton }: { addButton: ReactNode }) {
  const { t } = useTranslation()
  return (
    <EmptyState icon={Route} title={t('referrals.emptyTitle')} action={addButton}>
      {t('referrals.emptyText')}
    </EmptyState>
  )
}

type OpenDialogProps = {
  dialog: ReferralDialogState
  onDialog: (dialog: ReferralDialogState | null) => void
}

function OpenDialog({ dialog, onDialog }: OpenDialogProps) {
  const close = () => onDialog(null)
  if (dialog.type === 'new') return <ReferralDialog start={blankReferral()} onClose={close} />
  if (dialog.type === 'end')
    return <EndDialog referral={dialog.referral} state={dialog.state} onClose={close} />
  const { referral } = dialog
  if (dialog.type === 'tellBack') return <TellBackDialog referral={dialog.referral} onClose={close} />
  if (dialog.type === 'details')
    return (
      <DetailsDialog
        referral={referral}
        onEdit={() => onDialog({ type: 'edit', referral })}
        onTellBack={() => onDialog({ type: 'tellBack', referral })}
        onClose={close}
      />
    )
  return <ReferralDialog id={referral.id} start={fieldsFrom(referralFields, referral)} onClose={close} />
}
