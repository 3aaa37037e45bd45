import { zodResolver } from '@hookform/resolvers/zod'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { addMonths } from '#core/caseload/calendar'
import { periodName } from '#core/statistics/text/fr/format'
import { statisticsCommands } from '#shared/contract/statistics'
import { failureOf } from '../../client.ts'
import { FolderField } from '../../folder-field.tsx'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { PassphraseField, TextField } from '../../ui/field.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { StepHead, type Published } from './publish.tsx'

const signature = statisticsCommands['releases.publish'].input.omit({ period: true })

type SignStepProps = {
  period: string
  onBack: () => void
  onPublished: (published: Published) => void
}

/** Where, what for, by whose leave, and the passphrase again: this is what cannot be undone. */
export function SignStep({ period, onBack, onPublished }: SignStepProps) {
  const { t } = useTranslation()
  const [folder, setFolder] = useState<string | null>(null)
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(signature),
    defaultValues: {
      purpose: '',
      approver: '',
      passphrase: '',
      reassessOn: addMonths(todayHere(), 12),
      residualNote: '',
    },
  })
  const publish = useAct('releases.publish', { quiet: true })
  const submit = handleSubmit((fields) => {
    if (folder !== null) publish.mutate({ period, ...fields }, { onSuccess: onPublished })
  })
  return (
    <form
      className="publish stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!publish.isPending) void submit()
      }}
    >
      <StepHead title={t('statistics.signTitle', { period: periodName(period) })} step={3} />
      <Notice tone="warning" title={t('statistics.irreversible')}>
        {t('statistics.irreversibleText')}
      </Notice>
      <FolderField
        command="releases.chooseFolder"
        words="statistics"
        name={folder}
        onChosen={setFolder}
        error={formState.isSubmitted && folder === null ? t('statistics.folderNeeded') : undefined}
      />
      <Controlled control={control} name="purpose">
        {(field) => (
          <TextField
            label={t('statistics.purpose')}
            placeholder={t('statistics.purposeHint')}
            maxLength={200}
            {...field}
          />
        )}
      </Controlled>
      <Controlled control={control} name="approver">
        {(field) => (
          <TextField
            label={t('statistics.approver')}
            description={t('statistics.approverNote')}
            maxLength={200}
            {...field}
          />
        )}
      </Controlled>
      <Controlled control={control} name="reassessOn">
        {({ value, onChange, ...field }) => (
          <DateField
            label={t('statistics.reassessOn')}
            value={value ?? null}
            onChange={(day) => onChange(day ?? undefined)}
            {...field}
          />
        )}
      </Controlled>
      <Controlled control={control} name="residualNote">
        {({ value, ...field }) => (
          <TextField
            label={t('statistics.residualNote')}
            description={t('statistics.residualNoteHint')}
            maxLength={200}
            value={value ?? ''}
            {...field}
          />
        )}
      </Controlled>
      <Controlled control={control} name="passphrase">
        {(field) => <PassphraseField label={t('statistics.passphrase')} {...field} />}
      </Controlled>
      {publish.error && <FailureNotice failure={failureOf(publish.error)} />}
      <div className="row">
        <Button onPress={onBack} isDisabled={publish.isPending}>
          {t('statistics.back')}
        </Button>
        <Button type="submit" variant="primary" icon={<LockKeyhole size={17} aria-hidden />}>
          {t(publish.isPending ? 'statistics.publishing' : 'statistics.publishNow')}
        </Button>
      </div>
    </form>
  )
}
