import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyFailure } from '#shared/contract'
import './page.css'

const icons = { ok: CircleCheck, information: Info, warning: TriangleAlert, danger: OctagonAlert }

type NoticeProps = {
  tone?: keyof typeof icons
  title: ReactNode
  children?: ReactNode
  /** Said at once by a screen reader, and brought in sight: for what answers an act, not for what was there from the start. */
  isAlert?: boolean
  actions?: ReactNode
}

export function Notice({ tone = 'information', title, children, isAlert = false, actions }: NoticeProps) {
  const Icon = icons[tone]
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // below a long form, it would be answered to nobody
    if (isAlert) notice.current?.scrollIntoView({ block: 'nearest' })
  }, [isAlert])
  return (
    <div ref={notice} className="notice" data-tone={tone} role={isAlert ? 'alert' : undefined}>
      <Icon size={18} aria-hidden />
      <div className="grow">
        <p className="notice-title">{title}</p>
        {children !== undefined && <p>{children}</p>}
      </div>
      {actions}
    </div>
  )
}

/** A failure where it happened: what happened, what is safe, what to do, and its code. */
export function FailureNotice({ failure, actions }: { failure: AnyFailure; actions?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Notice tone="danger" title={t(`failures.${failure}.what`)} isAlert actions={actions}>
      {t(`failures.${failure}.next`)}{' '}
      <span className="notice-code">({t('form.code', { code: failure })})</span>
    </Notice>
  )
}
