import { Archive, FileSearch, Save } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '#shared/contract/security'
import { ask, failureOf } from '../../client.ts'
import { useLongAct } from '../../long-act.ts'
import { useAct, useRead } from '../../queries.ts'
import { announceDone, announceFailure } from '../../toasts.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { nearMoment } from '../../ui/dates.ts'
import { ActionMenu } from '../../ui/menu.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyState, Section } from '../../ui/page.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'
import { megabytes } from '../../ui/sizes.ts'
import { RehearsalDialog, type Tried } from './rehearsal-dialog.tsx'

/** The copies made: one file each, sealed like the vault. Made, checked, tried. */
export function BackupsSection() {
  const { t } = useTranslation()
  const copies = useRead('backups.list', undefined).data
  const [tried, setTried] = useState<Tried | null>(null)
  const make = useLongAct('backups.make', { quiet: true })
  const verify = useLongAct('backups.verify', { quiet: true })
  const forget = useAct('backups.forget')

  const choose = async (
    command: 'backups.chooseFile' | 'backups.chooseExisting',
    then: (name: string) => void,
  ) => {
    try {
      then((await ask(command, undefined)).name)
    } catch (error) {
      // having closed the system's dialog is its own answer
      if (failureOf(error) !== 'cancelled') announceFailure(failureOf(error))
    }
  }
  const begin = () => {
    verify.reset()
    void choose('backups.chooseFile', () =>
      make.mutate({}, { onSuccess: () => announceDone('security.copyMade') }),
    )
  }
  const check = (id: string) => {
    make.reset()
    verify.mutate({ id }, { onSuccess: () => announceDone('security.copySound') })
  }
  const { failure } = make.error ? make : verify
  return (
    <Section
      title={t('security.copiesTitle')}
      actions={
        <span className="slot-acts">
          <Button
            icon={<FileSearch size={17} aria-hidden />}
            onPress={() => void choose('backups.chooseExisting', (name) => setTried({ name }))}
          >
            {t('security.tryOther')}
          </Button>
          <Button
            command="backups.make"
            variant="primary"
            icon={<Save size={17} aria-hidden />}
            onPress={begin}
          >
            {t('security.makeCopy')}
          </Button>
        </span>
      }
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      {copies?.length === 0 && (
        <EmptyState icon={Archive} title={t('security.noCopy')}>
          {t('security.noCopyText')}
        </EmptyState>
      )}
      <ul className="slots">
        {copies?.map((copy) => (
          <li key={copy.id} className="slot">
            <div className="grow">
              <p className="slot-name">{t('security.copyPlace', copy)}</p>
              <p className="small muted">
                {t('security.copyAbout', {
                  at: nearMoment(copy.madeAt),
                  size: megabytes(copy.size),
                  sequence: copy.sequence,
                })}
              </p>
            </div>
            <CopyState copy={copy} />
            <ActionMenu
              label={t('security.copyActs', { name: copy.name })}
              actions={[
                { key: 'verify', label: t('security.verifyCopy'), onAction: () => check(copy.id) },
                { key: 'try', label: t('security.tryCopy'), onAction: () => setTried(copy) },
                {
                  key: 'forget',
                  command: 'backups.forget',
                  label: t('security.forgetCopy'),
                  onAction: () => forget.mutate({ id: copy.id }),
                },
              ]}
            />
          </li>
        ))}
      </ul>
      {tried && <RehearsalDialog tried={tried} onClose={() => setTried(null)} />}
      <ProgressDialog title={t('security.copying')} act={make}>
        {t('security.copyingText')}
      </ProgressDialog>
      <ProgressDialog title={t('security.checkingCopy')} act={verify}>
        {t('security.checkingCopyText')}
      </ProgressDialog>
    </Section>
  )
}

function CopyState({ copy: { state, hasOldKeys } }: { copy: Backup }) {
  const { t } = useTranslation()
  return (
    <span className="copy-state">
      {hasOldKeys && <Badge tone="warning">{t('security.oldKeys')}</Badge>}
      <Badge tone={state === 'here' ? 'ok' : state === 'away' ? 'plain' : 'danger'}>
        {t(`security.states.${state}`)}
      </Badge>
    </span>
  )
}
