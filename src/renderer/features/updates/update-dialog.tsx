import { Save } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyFailure, Output } from '#shared/contract'
import { ask, failureOf } from '../../client.ts'
import { useLongAct } from '../../long-act.ts'
import { languageNow } from '../../text/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'
import { megabytes } from '../../ui/sizes.ts'

type UpdateDialogProps = {
  update: Output<'updates.check'> & { name: string }
  onClose: () => void
}

/** A verified update: what changes, a copy of the notebook, then the installation. Nothing is installed without the copy. */
export function UpdateDialog({ update: { version, size, notes, name }, onClose }: UpdateDialogProps) {
  const { t } = useTranslation()
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const backUp = useLongAct('backups.make', { quiet: true })
  const prepare = useLongAct('updates.prepare', { quiet: true })
  const copy = backUp.data

  const attempt = async (act: () => Promise<unknown>) => {
    setFailure(null)
    try {
      await act()
    } catch (error) {
      if (failureOf(error) !== 'cancelled') setFailure(failureOf(error))
    }
  }
  const makeCopy = () =>
    attempt(async () => {
      await ask('backups.chooseFile', undefined)
      await backUp.mutateAsync({})
    })
  const install = (backup: string) =>
    attempt(async () => {
      await prepare.mutateAsync({ backup })
      // the window is gone before this answers, unless there is something to tell
      await ask('updates.install', undefined)
    })
  return (
    <>
      <Dialog
        isOpen
        title={t('updates.found', { version })}
        onClose={onClose}
        footer={
          <>
            <Button onPress={onClose}>{t('form.cancel')}</Button>
            <Button
              variant="primary"
              isDisabled={copy === undefined || prepare.isPending}
              onPress={() => copy && void install(copy.id)}
            >
              {t('updates.install')}
            </Button>
          </>
        }
      >
        <div className="update">
          <Notice tone="ok" title={t('updates.sound')}>
            {t('updates.soundText', { name, size: megabytes(size) })}
          </Notice>
          <section>
            <h3>{t('updates.changes')}</h3>
            <ul className="update-changes">
              {notes[languageNow()].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{t('updates.backupStep')}</h3>
            <p>{t('updates.backupText')}</p>
            <Button icon={<Save size={17} aria-hidden />} onPress={() => void makeCopy()}>
              {t('updates.backup')}
            </Button>
            <p role="status">{copy && t('updates.backedUp', { name: copy.name })}</p>
          </section>
          <section>
            <h3>{t('updates.installStep')}</h3>
            <p>{t('updates.installText')}</p>
          </section>
          {failure !== null && <FailureNotice failure={failure} />}
        </div>
      </Dialog>
      <ProgressDialog title={t('security.copying')} act={backUp}>
        {t('security.copyingText')}
      </ProgressDialog>
      <ProgressDialog title={t('updates.preparing')} act={prepare}>
        {t('updates.preparingText')}
      </ProgressDialog>
    </>
  )
}
