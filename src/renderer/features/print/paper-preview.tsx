import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '#shared/contract'
import { failureOf } from '../../client.ts'
import { queryOf } from '../../queries.ts'
import { TellingDialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PdfPages } from './pdf-pages.tsx'
import './print.css'

export type PaperOrder = Input<'papers.preview'>
type PaperProps = { order: PaperOrder; title: string }

/** What will be written, to the byte. Asked each time: the engine writes what it has just shown. */
function PaperPreview({ order, title }: PaperProps) {
  const { t } = useTranslation()
  const { data, error } = useQuery({ ...queryOf('papers.preview', order), gcTime: 0 })
  return (
    <section className="preview" aria-label={t('print.preview')}>
      {error && <FailureNotice failure={failureOf(error)} />}
      {!error && data === undefined && (
        <p className="quiet" role="status">
          {t('print.drawing')}
        </p>
      )}
      {!error && data !== undefined && <PdfPages bytes={data.pdf} title={title} />}
    </section>
  )
}

/** A paper, and at its right what is asked before it leaves. */
export function PaperAnd({ children, ...paper }: PaperProps & { children: ReactNode }) {
  return (
    <div className="paper-and">
      <PaperPreview {...paper} />
      <div className="stack">{children}</div>
    </div>
  )
}

/** A paper to be looked at, no more. */
export function PaperDialog({ onClose, ...paper }: PaperProps & { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <TellingDialog title={t('print.previewOf', { title: paper.title })} isOpen size="wide" onClose={onClose}>
      <PaperPreview {...paper} />
    </TellingDialog>
  )
}
