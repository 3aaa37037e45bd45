import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { FailureNotice } from '../../ui/notice.tsx'
import { CheckStep } from './check-step.tsx'
import { ChooseStep } from './choose-step.tsx'
import { DoneStep } from './done-step.tsx'
import { SignStep } from './sign-step.tsx'

export type Releases = Output<'releases.list'>
export type Published = Output<'releases.publish'>

type Step =
  | { step: 'choose' }
  | { step: 'check'; period: string }
  | { step: 'sign'; period: string }
  | { step: 'done'; period: string; published: Published }

type PublishProps = { releases: Releases; onLedger: () => void }

/** The road of a release: choose a period, check what will leave, publish. Nothing leaves before the last step. */
export function Publish({ releases, onLedger }: PublishProps) {
  const [at, setAt] = useState<Step>({ step: 'choose' })
  const restart = () => setAt({ step: 'choose' })
  if (!releases.intact) return <FailureNotice failure="ledger-altered" />
  if (at.step === 'choose')
    return <ChooseStep periods={releases.periods} onChoose={(period) => setAt({ step: 'check', period })} />
  const { period } = at
  if (at.step === 'check')
    return <CheckStep period={period} onBack={restart} onContinue={() => setAt({ step: 'sign', period })} />
  if (at.step === 'sign')
    return (
      <SignStep
        period={period}
        onBack={() => setAt({ step: 'check', period })}
        onPublished={(published) => setAt({ step: 'done', period, published })}
      />
    )
  return <DoneStep period={period} published={at.published} onLedger={onLedger} onRestart={restart} />
}

type StepHeadProps = { title: ReactNode; step?: number }

/** The heading of a step takes the focus when the step opens: the button that led here is gone. */
export function StepHead({ title, step }: StepHeadProps) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <header className="step-head">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {step !== undefined && <span className="muted">{t('statistics.step', { step })}</span>}
    </header>
  )
}
