import { useQueryClient } from '@tanstack/react-query'
import { FileSearch, FolderPlus } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CopySecret } from '#shared/contract/security'
import { ask, failureOf } from '../../client.ts'
import { useLongAct } from '../../long-act.ts'
import { useAct, useRead } from '../../queries.ts'
import { announceFailure } from '../../toasts.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'
import { CopySecretFields } from '../security/copy-secret-fields.tsx'

/** A copy made into a new vault, beside what exists; then the lock screen is that of the new vault. */
export function RestoreForm({
  onRestored,
  onBack,
}: {
  onRestored: (name: string) => void
  onBack: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const place = useRead('vault.locate', undefined).data
  const [file, setFile] = useState<string | null>(null)
  const [folder, setFolder] = useState<string | null>(null)
  const [secret, setSecret] = useState<CopySecret>({ kind: 'passphrase', passphrase: '', role: 'worker' })
  const restore = useLongAct('restore.run', { quiet: true })
  const adopt = useAct('restore.adopt')
  const choose = async (
    command: 'backups.chooseExisting' | 'restore.chooseFolder',
    then: (name: string) => void,
  ) => {
    try {
      then((await ask(command, undefined)).name)
    } catch (error) {
      // having closed the system's dialog is its own answer
      if (failureOf(error) !== 'cancelled') announceFailure(failureOf(error))
    }
  }
  const use = () =>
    adopt.mutate(undefined, {
      onSuccess: (adopted) => {
        onRestored(adopted.name)
        queries.setQueryData(['vault.locate', null], { ...place, ...adopted })
      },
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!restore.isPending && file !== null && folder !== null) restore.mutate({ secret }, { onSuccess: use })
  }
  const { failure } = restore
  return (
    <form className="stack" onSubmit={submit}>
      <h2>{t('security.restoreTitle')}</h2>
      <p>{t('security.restoreText')}</p>
      <Choice
        label={t('security.restoreFile')}
        name={file}
        icon={<FileSearch size={17} aria-hidden />}
        onPress={() => void choose('backups.chooseExisting', setFile)}
      />
      <Choice
        label={t('security.restoreFolder')}
        name={folder}
        icon={<FolderPlus size={17} aria-hidden />}
        onPress={() => void choose('restore.chooseFolder', setFolder)}
      />
      <CopySecretFields value={secret} onChange={setSecret} isDisabled={restore.isPending} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      <div className="row">
        <Button onPress={onBack} isDisabled={restore.isPending}>
          {t('unlock.back')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          isDisabled={restore.isPending || file === null || folder === null}
        >
          {t('security.restore')}
        </Button>
      </div>
      <ProgressDialog title={t('security.restoring')} act={restore}>
        {t('security.restoringText')}
      </ProgressDialog>
    </form>
  )
}

type ChoiceProps = { label: string; name: string | null; icon: ReactNode; onPress: () => void }

function Choice({ label, name, icon, onPress }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <div className="restore-choice">
      <div className="grow">
        <p className="small strong">{label}</p>
        {name !== null && <p className="restore-name">{name}</p>}
      </div>
      <Button icon={icon} onPress={onPress} aria-label={`${label}, ${t('security.choose')}`}>
        {t('security.choose')}
      </Button>
    </div>
  )
}

/** Said over the lock screen of a vault just restored. */
export function Restored({ name }: { name: string }) {
  const { t } = useTranslation()
  return <Notice tone="ok" title={t('security.restoredText', { name })} isAlert />
}
