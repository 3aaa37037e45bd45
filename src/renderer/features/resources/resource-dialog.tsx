import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { resourceFields, type ResourceFields } from '#core/caseload/resource'
import { failureOf } from '../../client.ts'
import { CodeSelect } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'

type ResourceDialogProps = {
  start: ResourceFields
  /** Of the resource being corrected. */
  id?: string | undefined
  onClose: () => void
}

export function ResourceDialog({ start, id, onClose }: ResourceDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit } = useForm({ resolver: zodResolver(resourceFields), defaultValues: start })
  const save = useAct('resources.save', { done: 'resources.saved', quiet: true })
  const submit = handleSubmit((fields) =>
    save.mutate({ ...fields, ...(id !== undefined && { id }) }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      title={t(id === undefined ? 'resources.newResource' : 'resources.editTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isSaving={save.isPending}
    >
      <Controlled control={control} name="organization">
        {(field) => <TextField label={t('resources.organization')} maxLength={200} autoFocus {...field} />}
      </Controlled>
      <Controlled control={control} name="service">
        {(field) => (
          <TextField
            label={t('resources.service')}
            description={t('resources.serviceNote')}
            maxLength={200}
            {...field}
          />
        )}
      </Controlled>
      <div className="columns-2">
        <Controlled control={control} name="phone">
          {(field) => <TextField label={t('resources.phone')} maxLength={200} {...field} />}
        </Controlled>
        <Controlled control={control} name="sector">
          {(field) => <CodeSelect list="sector" label={t('resources.sector')} {...field} />}
        </Controlled>
      </div>
      <Controlled control={control} name="pivotContacts">
        {({ value: [first, ...others], onChange, onBlur }) => (
          <TextField
            label={t('resources.pivotContact')}
            description={t('resources.pivotNote')}
            maxLength={200}
            value={first?.name ?? ''}
            onChange={(name) =>
              onChange(name === '' ? others : [{ role: '', phone: '', ...first, name }, ...others])
            }
            onBlur={onBlur}
          />
        )}
      </Controlled>
      <Controlled control={control} name="note">
        {(field) => <TextArea label={t('resources.note')} placeholder={t('resources.noteHint')} {...field} />}
      </Controlled>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
