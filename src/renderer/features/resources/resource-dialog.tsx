import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { resourceFields, type ResourceFields } from '#core/caseload/resource'
import { failureOf } from '../../client.ts'
import { CodeSelect, CodeTags } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import type { TextKey } from '../../text/i18n.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PivotContacts } from './pivot-contacts.tsx'
import './resources.css'

type ResourceDialogProps = {
  start: ResourceFields
  /** Of the resource being corrected. */
  id?: string | undefined
  onClose: () => void
}

export function ResourceDialog({ start, id, onClose }: ResourceDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(resourceFields),
    defaultValues: start,
  })
  const save = useAct('resources.save', { done: 'resources.saved', quiet: true })
  const submit = handleSubmit((fields) =>
    save.mutate({ ...fields, ...(id !== undefined && { id }) }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      command="resources.save"
      title={t(id === undefined ? 'resources.newResource' : 'resources.editTitle')}
      isOpen
      size="large"
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
    >
      <NameFields control={control} />
      <Controlled control={control} name="pivotContacts">
        {({ value, onChange }) => (
          <PivotContacts value={value} onChange={onChange} isTried={formState.isSubmitted} />
        )}
      </Controlled>
      <AccessFields control={control} />
      <Controlled control={control} name="note">
        {(field) => <TextArea label={t('resources.note')} placeholder={t('resources.noteHint')} {...field} />}
      </Controlled>
      <div className="resource-pairs">
        <Controlled control={control} name="lastCheckedOn">
          {(field) => (
            <DateField
              label={t('resources.lastCheckedOn')}
              description={t('resources.lastCheckedNote')}
              max={todayHere()}
              {...field}
            />
          )}
        </Controlled>
        <Controlled control={control} name="taxonomyCode">
          {(field) => (
            <TextField
              label={t('resources.taxonomyCode')}
              description={t('resources.taxonomyNote')}
              maxLength={200}
              {...field}
            />
          )}
        </Controlled>
      </div>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}

type Fields = { control: Control<ResourceFields, unknown, ResourceFields> }
type LineField = 'service' | 'phone' | 'address' | 'website'

function Line({
  control,
  name,
  label,
  description,
}: Fields & { name: LineField; label: TextKey; description?: TextKey }) {
  const { t } = useTranslation()
  return (
    <Controlled control={control} name={name}>
      {(field) => (
        <TextField
          label={t(label)}
          {...(description !== undefined && { description: t(description) })}
          maxLength={200}
          {...field}
        />
      )}
    </Controlled>
  )
}

function NameFields({ control }: Fields) {
  const { t } = useTranslation()
  return (
    <div className="resource-pairs">
      <Controlled control={control} name="organization">
        {(field) => <TextField label={t('resources.organization')} maxLength={200} autoFocus {...field} />}
      </Controlled>
      <Line control={control} name="service" label="resources.service" description="resources.serviceNote" />
      <Line control={control} name="phone" label="resources.phone" />
      <Controlled control={control} name="sector">
        {(field) => <CodeSelect list="sector" label={t('resources.sector')} {...field} />}
      </Controlled>
    </div>
  )
}

/** Who may go, when, in which language, and where. */
function AccessFields({ control }: Fields) {
  const { t } = useTranslation()
  return (
    <>
      <div className="resource-pairs">
        <Controlled control={control} name="eligibility">
          {(field) => (
            <TextArea
              label={t('resources.eligibility')}
              placeholder={t('resources.eligibilityHint')}
              rows={2}
              maxLength={2000}
              {...field}
            />
          )}
        </Controlled>
        <Controlled control={control} name="hours">
          {(field) => (
            <TextArea
              label={t('resources.hours')}
              placeholder={t('resources.hoursHint')}
              rows={2}
              maxLength={2000}
              {...field}
            />
          )}
        </Controlled>
        <Line control={control} name="address" label="resources.address" />
        <Line control={control} name="website" label="resources.website" />
      </div>
      <Controlled control={control} name="languages">
        {({ value, onChange, error }) => (
          <CodeTags
            list="language"
            label={t('resources.languages')}
            value={value}
            onChange={onChange}
            error={error}
          />
        )}
      </Controlled>
    </>
  )
}
