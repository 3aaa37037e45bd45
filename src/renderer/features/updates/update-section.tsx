import { PackageCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { ask, failureOf } from '../../client.ts'
import { useLongAct } from '../../long-act.ts'
import { useRead } from '../../queries.ts'
import { announceFailure } from '../../toasts.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'
import { UpdateDialog } from './update-dialog.tsx'
import './updates.css'

type Found = Output<'updates.check'> & { name: string }

/** The version that runs, and how a later one takes its place: a file that she was handed, never the network. */
export function UpdateSection() {
  const { t } = useTranslation()
  const version = useRead('about.read', undefined).data?.version
  const hasKey = useRead('updates.read', undefined).data?.hasKey ?? true
  const check = useLongAct('updates.check', { quiet: true })
  const [found, setFound] = useState<Found | null>(null)

  const choose = async () => {
    check.reset()
    try {
      const { name } = await ask('updates.chooseFile', undefined)
      check.mutate({}, { onSuccess: (update) => setFound({ ...update, name }) })
    } catch (error) {
      // having closed the system's dialog is its own answer
      if (failureOf(error) !== 'cancelled') announceFailure(failureOf(error))
    }
  }
  const { failure } = check
  return (
    <Section title={t('updates.title', { version: version ?? '' })}>
      <p className="update-note">{t('updates.note')}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {hasKey ? (
        <div>
          <Button
            command="updates.check"
            icon={<PackageCheck size={17} aria-hidden />}
            onPress={() => void choose()}
          >
            {t('updates.choose')}
          </Button>
        </div>
      ) : (
        <Notice tone="warning" title={t('updates.noKey')}>
          {t('updates.noKeyText')}
        </Notice>
      )}
      <ProgressDialog title={t('updates.checking')} act={check}>
        {t('updates.checkingText')}
      </ProgressDialog>
      {found && <UpdateDialog update={found} onClose={() => setFound(null)} />}
    </Section>
  )
}
