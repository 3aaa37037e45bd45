import { useTranslation } from 'react-i18next'
import type { AnyFailure } from '#shared/contract'
import type { useLongAct } from '../../long-act.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'

type PreparingProps = {
  act: Pick<ReturnType<typeof useLongAct>, 'isPending' | 'progress' | 'cancel'>
  /** By default, that the notebook of an older version is brought to this one. */
  what?: 'preparing' | 'searching' | 'fallingBack'
}

/** What comes before a notebook opens: told, and given up, only once it is more than a key being derived. */
export function Preparing({ act: { isPending, progress, cancel }, what = 'preparing' }: PreparingProps) {
  const { t } = useTranslation()
  const isPreparing = isPending && progress !== null && progress.total > 0
  return (
    <ProgressDialog title={t(`unlock.${what}`)} act={{ isPending: isPreparing, progress, cancel }}>
      {t(`unlock.${what}Text`)}
    </ProgressDialog>
  )
}

/** Given up is not a failure. */
export function OpeningFailure({ failure }: { failure: AnyFailure }) {
  const { t } = useTranslation()
  if (failure !== 'cancelled') return <FailureNotice failure={failure} />
  return (
    <Notice title={t('unlock.cancelledTitle')} isAlert>
      {t('unlock.cancelledText')}
    </Notice>
  )
}
