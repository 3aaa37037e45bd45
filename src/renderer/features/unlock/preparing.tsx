import { useTranslation } from 'react-i18next'
import type { AnyFailure } from '#shared/contract'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { ProgressDialog, type LongActShown } from '../../ui/progress-dialog.tsx'

type PreparingProps = {
  act: LongActShown
  /** By default, that the notebook of an older version is brought to this one. */
  what?: 'preparing' | 'searching' | 'fallingBack'
}

/** What comes before a notebook opens: told, and given up, only once it is more than a key being derived. */
export function Preparing({ act, what = 'preparing' }: PreparingProps) {
  const { t } = useTranslation()
  const isPreparing = act.isPending && act.progress !== null && act.progress.total > 0
  return (
    <ProgressDialog title={t(`unlock.${what}`)} act={{ ...act, isPending: isPreparing }}>
      {t(`unlock.${what}Text`)}
    </ProgressDialog>
  )
}

type GivenUpOrFailureProps = {
  failure: AnyFailure
  what?: 'opening' | 'creation'
}

/** Given up is not a failure. */
export function GivenUpOrFailure({ failure, what = 'opening' }: GivenUpOrFailureProps) {
  const { t } = useTranslation()
  if (failure !== 'cancelled') return <FailureNotice failure={failure} />
  return (
    <Notice title={t(`unlock.${what}Cancelled`)} isAlert>
      {t(`unlock.${what}CancelledText`)}
    </Notice>
  )
}
