import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AnyFailure, Output } from '#shared/contract'
import type { Opened } from '#shared/contract/vault'
import { useLongAct, type Asked } from '../../long-act.ts'
import { Button } from '../../ui/button.tsx'
import { clock, fullDay } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Deriving } from './deriving.tsx'
import { GivenUpOrFailure, Preparing } from './preparing.tsx'

type Found = Output<'vault.findWhole'>

type Props = {
  state: ReturnType<typeof useWholeState>
  /** What the damaged vault was to be opened with. */
  typed: Asked<'vault.findWhole'>
  onOpened: (opened: Opened) => void
}

/** The search of a whole state, and its opening, under one form. */
export function useWholeState() {
  const find = useLongAct('vault.findWhole', { quiet: true })
  const fall = useLongAct('vault.fallBack', { quiet: true })
  return { find, fall, isBusy: find.isPending || fall.isPending }
}

/** What an earlier state of the vault may be whole of. */
export const isDamage = (failure: AnyFailure): boolean =>
  failure === 'vault-damaged' || failure === 'not-a-vault'

/** In a damaged vault, the newest state that is whole: looked for, then opened, if she chooses. */
export function WholeState({ state: { find, fall }, typed, onOpened }: Props) {
  const { t } = useTranslation()
  if (find.isPending)
    return (
      <>
        <Deriving label={t('unlock.searchingNow')} />
        <Preparing act={find} what="searching" />
      </>
    )
  if (find.error) return <GivenUpOrFailure failure={find.error.failure} />
  if (find.data === undefined) return null
  return (
    <>
      <Notice tone="warning" title={t('unlock.wholeTitle')} isAlert>
        <StateDate {...find.data} /> <Missing count={find.data.missing} /> {t('unlock.wholeKept')}
      </Notice>
      {fall.isPending ? (
        <Deriving label={t('unlock.opening')} />
      ) : (
        fall.error && <GivenUpOrFailure failure={fall.error.failure} />
      )}
      <Preparing act={fall} what="fallingBack" />
      <Button
        icon={<History size={17} aria-hidden />}
        isDisabled={fall.isPending}
        onPress={() => fall.mutate(typed, { onSuccess: onOpened })}
      >
        {t('unlock.fallBack')}
      </Button>
    </>
  )
}

/** When the last save of an earlier state was made, and its number. */
export function StateDate({ savedAt, sequence }: Pick<Found, 'savedAt' | 'sequence'>) {
  const { t } = useTranslation()
  if (savedAt === null) return t('unlock.wholeEmpty')
  return t('unlock.wholeDate', { day: fullDay(savedAt), time: clock(savedAt), sequence })
}

/** What an earlier state has not, as far as anybody knows. */
export function Missing({ count }: { count: number }) {
  const { t } = useTranslation()
  return count === 0 ? t('unlock.missingNone') : t('unlock.missing', { count })
}
