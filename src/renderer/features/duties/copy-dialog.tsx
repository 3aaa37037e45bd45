import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useAct, useRead } from '../../queries.ts'
import { nearDay, shortDay } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { TagPicker } from '../../ui/tag-picker.tsx'
import { FolderPrintDialog } from '../print/folder-print-dialog.tsx'
import { Doubts } from './doubts.tsx'
import { Pieces } from './pieces.tsx'
import { ReviewedList } from './reviewed-list.tsx'

type Preview = Output<'copies.preview'>

type CopyDialogProps = {
  personId: string
  onClose: () => void
  /** Once it is written and that was read; by default, as closing. */
  onMade?: (() => void) | undefined
}

/** A person’s own file, after somebody has looked at what it would say of others, then at the paper itself. */
export function CopyDialog({ personId, onClose, onMade = onClose }: CopyDialogProps) {
  const { t } = useTranslation()
  const [hide, setHide] = useState<string[]>([])
  const [nobody, setNobody] = useState<string[]>([])
  const [step, setStep] = useState<'review' | 'refused' | 'paper'>('review')
  const preview = useRead('copies.preview', { personId, hide, nobody }).data
  const make = useAct('copies.make', { quiet: true })
  const isDoubtful = preview === undefined || preview.doubts.length > 0
  const title = t('duties.makeCopy')
  if (step === 'paper')
    return (
      <FolderPrintDialog
        title={title}
        order={{ paper: 'copy', personId, hide, nobody }}
        asksPassphrase
        submitLabel={t('duties.makeCopyNow')}
        print={make}
        onPrint={(passphrase) => make.mutate({ personId, hide, nobody, passphrase })}
        onClose={() => (make.data === undefined ? setStep('review') : onMade())}
      />
    )
  return (
    <FormDialog
      command="copies.make"
      title={title}
      isOpen
      size="large"
      onClose={onClose}
      onSubmit={() => setStep(isDoubtful ? 'refused' : 'paper')}
      isSaving={false}
      submitLabel={t('print.toPreview')}
    >
      <p className="quiet">{t('duties.copyText')}</p>
      {preview !== undefined && preview.sealedNotes.length > 0 && (
        <Notice title={t('duties.sealedNotes', { count: preview.sealedNotes.length })}>
          {preview.sealedNotes
            .map((day) => (day === null ? t('duties.sealedSafetyNote') : nearDay(day)))
            .join(' · ')}
          <br />
          {t('duties.sealedNotesText')}
        </Notice>
      )}
      {preview !== undefined && preview.doubts.length > 0 && (
        <Doubts
          doubts={preview.doubts}
          onHide={(word) => setHide([...hide, word])}
          onNobody={(word) => setNobody([...nobody, word])}
        />
      )}
      {preview !== undefined && <Reviewed preview={preview} />}
      <TagPicker
        isName
        label={t('duties.hideAlso')}
        description={t('duties.hideAlsoNote')}
        placeholder={t('duties.hideAlsoHint')}
        tags={hide.map((passage) => ({ key: passage, label: passage, isName: true }))}
        suggestions={[]}
        onPick={() => {}}
        onCreate={(passage) => {
          if (!hide.includes(passage)) setHide([...hide, passage])
        }}
        createOnLeave
        onRemove={(passage) => setHide(hide.filter((each) => each !== passage))}
      />
      {step === 'refused' && isDoubtful && <FailureNotice failure="copy-reveals-another" />}
    </FormDialog>
  )
}

/** The texts where something is masked or doubtful, as they are now. */
function Reviewed({ preview: { texts, maskedPassages } }: { preview: Preview }) {
  const { t } = useTranslation()
  if (texts.length === 0) return <p>{t('duties.nothingMasked')}</p>
  const label = t('duties.masked', { count: maskedPassages })
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <ReviewedList label={label}>
        {texts.map(({ on, where, pieces }, index) => (
          // the same words may be said twice the same day
          // oxlint-disable-next-line no-array-index-key
          <li key={index}>
            <p className="small muted">
              {where}
              {on !== null && ` · ${shortDay(on)}`}
            </p>
            <p className="own-words">
              <Pieces pieces={pieces} />
            </p>
          </li>
        ))}
      </ReviewedList>
    </section>
  )
}
