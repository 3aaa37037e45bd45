import { useTranslation } from 'react-i18next'
import { giveUp, useTurning } from '../../history.ts'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'

/** Over whatever is open, while an act of many rows is undone or redone. */
export function TurningDialog() {
  const { t } = useTranslation()
  const turning = useTurning()
  return (
    <ProgressDialog
      title={t(turning?.turn === 'redo' ? 'form.redoing' : 'form.undoing')}
      stop={t('form.stop')}
      act={{
        isPending: turning !== null,
        progress: turning?.progress ?? null,
        cancel: () => turning && giveUp(turning),
      }}
    >
      {t('form.stoppingText')}
    </ProgressDialog>
  )
}
