import { useNavigate } from '@tanstack/react-router'
import { FileDown, FileInput, FolderOpen, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportKind, Mapping } from '#core/import/mapping'
import type { Output } from '#shared/contract'
import { useAct, useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'
import { ColumnFields } from './column-fields.tsx'
import { DryRun } from './dry-run.tsx'
import { useImport, type Preview } from './use-import.ts'
import './import.css'

/** A file chosen, its columns told apart, what would become of each row, then the import itself: one act to undo. */
export function ImportScreen({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation()
  const { preview, applied, failure, checking, applying, ...acts } = useImport(kind)
  const isChecking = checking.isPending
  const isStarted = preview !== null || isChecking
  return (
    <Page
      title={t(`importing.${kind}Title`)}
      aside={preview?.name}
      actions={
        isStarted && (
          <Button icon={<FolderOpen size={17} aria-hidden />} onPress={acts.chooseFile}>
            {t('importing.chooseOther')}
          </Button>
        )
      }
    >
      {failure !== undefined && (
        <FailureNotice
          failure={failure}
          actions={
            failure === 'import-changed' && (
              <Button onPress={() => acts.check()}>{t('importing.checkAgain')}</Button>
            )
          }
        />
      )}
      {!isStarted && <Start kind={kind} onChoose={acts.chooseFile} />}
      {preview === null && isChecking && <p className="quiet">{t('importing.reading')}</p>}
      {preview !== null && applied !== undefined && (
        <Done kind={kind} file={preview.name} counts={applied} onUndo={() => void acts.takeBack()} />
      )}
      {preview !== null && applied === undefined && (
        <Checked
          kind={kind}
          preview={preview}
          isChecking={isChecking}
          isApplying={applying.isPending}
          onMapping={acts.check}
          onApply={acts.apply}
        />
      )}
      <ProgressDialog title={t('importing.checking')} act={checking}>
        {t('importing.checkingText')}
      </ProgressDialog>
      <ProgressDialog title={t(`importing.${kind}Title`)} act={applying}>
        {t('importing.applyingText')}
      </ProgressDialog>
    </Page>
  )
}

function Start({ kind, onChoose }: { kind: ImportKind; onChoose: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={FileInput}
      title={t(`importing.${kind}Start`)}
      action={
        <>
          <Button variant="primary" onPress={onChoose}>
            {t('importing.choose')}
          </Button>
          {kind === 'resources' && <Sample />}
        </>
      }
    >
      {t(`importing.${kind}StartText`)}
    </EmptyState>
  )
}

/** What a directory may look like: an invented one, to keep and to fill in. */
function Sample() {
  const { t } = useTranslation()
  const save = useAct('samples.writeDirectory')
  return (
    <>
      <p className="empty-text">{t('importing.sampleText')}</p>
      <Button icon={<FileDown size={17} aria-hidden />} onPress={() => save.mutate(undefined)}>
        {t('importing.saveSample')}
      </Button>
      <p role="status" className="empty-text">
        {save.data && t('importing.sampleSaved', save.data)}
      </p>
    </>
  )
}

type CheckedProps = {
  kind: ImportKind
  preview: Preview
  isChecking: boolean
  isApplying: boolean
  onMapping: (mapping: Mapping) => void
  onApply: (preview: Preview) => void
}

function Checked({ kind, preview, isChecking, isApplying, onMapping, onApply }: CheckedProps) {
  const { t } = useTranslation()
  const count = preview.counts.added
  return (
    <div className="import" aria-busy={isChecking}>
      <ColumnFields kind={kind} preview={preview} onMapping={onMapping} />
      <DryRun
        kind={kind}
        preview={preview}
        action={
          <Button
            variant="primary"
            isDisabled={count === 0 || isChecking}
            isPending={isApplying}
            onPress={() => onApply(preview)}
          >
            {count === 0
              ? t('importing.nothingToAdd')
              : t(kind === 'contacts' ? 'importing.applyContacts' : 'importing.applyResources', { count })}
          </Button>
        }
      />
    </div>
  )
}

type DoneProps = { kind: ImportKind; file: string; counts: Output<'import.apply'>; onUndo: () => void }

function Done({ kind, file, counts, onUndo }: DoneProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const last = useRead('history.read', undefined).data?.undo
  const canUndo = last?.command === 'import.apply' && last.subject === file
  const count = counts.added
  return (
    <Notice
      tone="ok"
      isAlert
      title={t(kind === 'contacts' ? 'importing.doneContacts' : 'importing.doneResources', { count })}
      actions={
        <span className="import-done-actions">
          <Button onPress={() => void navigate({ to: kind === 'contacts' ? '/contacts' : '/resources' })}>
            {t(kind === 'contacts' ? 'importing.seeContacts' : 'importing.seeResources')}
          </Button>
          {canUndo && (
            <Button icon={<Undo2 size={17} aria-hidden />} onPress={onUndo}>
              {t('form.undo')}
            </Button>
          )}
        </span>
      }
    >
      {canUndo ? t('importing.doneText') : undefined}
    </Notice>
  )
}
