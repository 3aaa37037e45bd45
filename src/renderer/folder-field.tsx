import { FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { failureOf } from './client.ts'
import { useAct } from './queries.ts'
import { announceFailure } from './toasts.ts'
import { Button } from './ui/button.tsx'
import './folder-field.css'

type FolderFieldProps = {
  /** What asks for it. */
  command?: 'documents.chooseFolder' | 'releases.chooseFolder'
  /** Whose words it speaks. */
  words?: 'duties' | 'statistics'
  name: string | null
  onChosen: (name: string) => void
  error: string | undefined
}

/** Where files will be written. Only the name of the folder comes here; its path stays with the main process. */
export function FolderField({
  command = 'documents.chooseFolder',
  words = 'duties',
  name,
  onChosen,
  error,
}: FolderFieldProps) {
  const { t } = useTranslation()
  const choose = useAct(command, { quiet: true })
  const ask = () =>
    choose.mutate(undefined, {
      onSuccess: (folder) => onChosen(folder.name),
      onError: (refusal) => {
        const failure = failureOf(refusal)
        if (failure !== 'cancelled') announceFailure(failure)
      },
    })
  return (
    <div className="field" role="group" aria-label={t(`${words}.folder`)}>
      <span className="label">{t(`${words}.folder`)}</span>
      <div className="folder-choice">
        {name !== null && <span className="folder">{name}</span>}
        <Button icon={<FolderOpen size={17} aria-hidden />} onPress={ask}>
          {t(name === null ? `${words}.chooseFolder` : `${words}.changeFolder`)}
        </Button>
      </div>
      <span className={error === undefined ? 'field-note' : 'field-error'} role="status">
        {error ?? t(`${words}.folderNote`)}
      </span>
    </div>
  )
}
