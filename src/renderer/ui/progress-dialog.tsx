import { useEffect, useState, type ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { useLongAct } from '../long-act.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import './progress-dialog.css'

/** What shows of an act that `useLongAct`, or another, does. */
export type LongActShown = Pick<ReturnType<typeof useLongAct>, 'isPending' | 'progress' | 'cancel'> & {
  /** Asked to stop. */
  isGivenUp?: boolean
}

type ProgressDialogProps = {
  title: string
  /** What giving it up is called, where « Cancel » could be taken for something else. */
  stop?: string
  /** What stays true if it is given up. */
  children: ReactNode
  /** As `useLongAct` gives it. */
  act: LongActShown
}

/** What is over sooner is not worth a dialog that flashes by. */
const PATIENCE_MILLISECONDS = 400

/** Shown over the page while a long act goes on. Escape and the button give it up. */
export function ProgressDialog({ title, stop, children, act }: ProgressDialogProps) {
  const { isPending, progress, cancel } = act
  const isShown = useLasting(isPending)
  // nothing told yet, or how far cannot be told: the bar only says that something goes on
  const value = progress && progress.total > 0 ? { value: progress.done, maxValue: progress.total } : null
  return (
    <Dialog
      title={title}
      isOpen={isShown}
      onClose={cancel}
      size="small"
      footer={<GiveUpButton act={act} name={stop} />}
    >
      <ProgressBar aria-label={title} className="progress" isIndeterminate={value === null} {...value}>
        {({ percentage, valueText }) => (
          <>
            <span className="progress-track">
              <span
                className="progress-fill"
                style={percentage === undefined ? undefined : { inlineSize: `${percentage}%` }}
              />
            </span>
            <span className="progress-value">{valueText}</span>
          </>
        )}
      </ProgressBar>
      <p className="quiet">{children}</p>
    </Dialog>
  )
}

/** Pressed, it says that it was: the step under way ends first. */
export function GiveUpButton({
  act: { cancel, isGivenUp = false },
  name,
}: {
  act: Pick<LongActShown, 'cancel' | 'isGivenUp'>
  name?: string | undefined
}) {
  const { t } = useTranslation()
  return (
    <Button onPress={cancel} isDisabled={isGivenUp}>
      {isGivenUp ? t('form.givingUp') : (name ?? t('form.cancel'))}
    </Button>
  )
}

/** True once it has been true for a moment. */
function useLasting(isPending: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isPending) return undefined
    const timer = setTimeout(() => setLong(true), PATIENCE_MILLISECONDS)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isPending])
  return isPending && isLong
}
