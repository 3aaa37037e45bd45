import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { incidentFields, type IncidentFields } from '#core/caseload/incident'
import { failureOf } from '../../client.ts'
import { CodeSelect, CodeTags } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { MomentField } from '../../ui/date-field.tsx'
import { nowHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Checkbox, TextArea } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { FactsHint } from '../contacts/facts-hint.tsx'
import { PersonField } from '../people/people-picker.tsx'
import { intensities, IntensityMark } from './intensity.tsx'

export const blankIncident = (): IncidentFields => ({
  at: nowHere(),
  kinds: [],
  intensity: 1,
  place: 'hall',
  outcome: 'calmed',
  staffConcerned: false,
  personId: null,
  note: '',
})

type IncidentDialogProps = {
  start: IncidentFields
  /** Of the incident being corrected. */
  id?: string | undefined
  onClose: () => void
}

export function IncidentDialog({ start, id, onClose }: IncidentDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit } = useForm({ resolver: zodResolver(incidentFields), defaultValues: start })
  const save = useAct('incidents.save', { done: 'incidents.saved', quiet: true })
  const submit = handleSubmit((fields) =>
    save.mutate({ ...fields, ...(id !== undefined && { id }) }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      command="incidents.save"
      title={t(id === undefined ? 'incidents.newTitle' : 'incidents.editTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
      size="large"
    >
      <Controlled control={control} name="kinds">
        {({ value, onChange, error }) => (
          <CodeTags
            list="incidentKind"
            label={t('incidents.kinds')}
            placeholder={t('incidents.kindsHint')}
            value={value}
            onChange={onChange}
            error={error && t('incidents.kindNeeded')}
          />
        )}
      </Controlled>
      <Controlled control={control} name="intensity">
        {({ value, onChange, ...field }) => (
          <RadioGroup
            label={t('incidents.intensity')}
            {...field}
            value={String(value)}
            onChange={(level) => onChange(Number(level))}
            choices={intensities.map((level) => ({
              key: String(level),
              content: (
                <>
                  <IntensityMark level={level} />
                  {level} · {t(`people.intensity.${level}`)}
                </>
              ),
            }))}
          />
        )}
      </Controlled>
      <Controlled control={control} name="note">
        {(field) => (
          <TextArea label={t('incidents.note')} placeholder={t('incidents.noteHint')} rows={4} {...field} />
        )}
      </Controlled>
      <FactsHint />
      <div className="columns-2">
        <Controlled control={control} name="at">
          {({ value, onChange }) => (
            <MomentField label={t('incidents.when')} max={nowHere()} value={value} onChange={onChange} />
          )}
        </Controlled>
        <Controlled control={control} name="place">
          {(field) => <CodeSelect list="place" label={t('incidents.place')} {...field} />}
        </Controlled>
        <Controlled control={control} name="outcome">
          {(field) => <CodeSelect list="incidentOutcome" label={t('incidents.outcome')} {...field} />}
        </Controlled>
      </div>
      <Controlled control={control} name="staffConcerned">
        {({ value, onChange }) => (
          <Checkbox value={value} onChange={onChange}>
            {t('incidents.staffConcerned')}
          </Checkbox>
        )}
      </Controlled>
      <Controlled control={control} name="personId">
        {(field) => (
          <PersonField label={t('incidents.who')} description={t('incidents.whoNote')} {...field} />
        )}
      </Controlled>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
