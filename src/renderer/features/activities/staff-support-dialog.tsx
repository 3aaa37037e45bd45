import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { staffSupportFields, type StaffSupportFields } from '#core/caseload/activity'
import { failureOf } from '../../client.ts'
import { CodeSelect } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { MomentField } from '../../ui/date-field.tsx'
import { nowHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { DurationField, NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { pulseLevels } from './pulse.ts'
import { PulseMark } from './pulse-mark.tsx'

export const blankStaffSupport = (): StaffSupportFields => ({
  kind: 'informed',
  at: nowHere(),
  durationMinutes: 15,
  headcount: 1,
  safetyPulse: null,
  note: '',
})

type StaffSupportDialogProps = {
  start: StaffSupportFields
  /** Of the support being corrected. */
  id?: string | undefined
  onClose: () => void
}

const NOT_ASKED = 'not-asked'

export function StaffSupportDialog({ start, id, onClose }: StaffSupportDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(staffSupportFields),
    defaultValues: start,
  })
  const at = useWatch({ control, name: 'at' })
  const save = useAct('staffSupport.save', { done: 'activities.supportSaved', quiet: true })
  const submit = handleSubmit((fields) =>
    save.mutate({ ...fields, ...(id !== undefined && { id }) }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      command="staffSupport.save"
      title={t(id === undefined ? 'activities.newSupport' : 'activities.editSupport')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
      size="large"
    >
      <div className="columns-2">
        <Controlled control={control} name="kind">
          {(field) => (
            <CodeSelect list="staffSupportKind" on={at} label={t('activities.supportKind')} {...field} />
          )}
        </Controlled>
        <Controlled control={control} name="headcount">
          {(field) => <NumberField label={t('activities.staffCount')} max={1000} {...field} />}
        </Controlled>
        <Controlled control={control} name="at">
          {({ value, onChange }) => (
            <MomentField label={t('activities.when')} max={nowHere()} value={value} onChange={onChange} />
          )}
        </Controlled>
        <Controlled control={control} name="durationMinutes">
          {(field) => <DurationField label={t('activities.duration')} {...field} />}
        </Controlled>
      </div>
      <Controlled control={control} name="safetyPulse">
        {({ value, onChange, ...field }) => (
          <div className="pulse-choices">
            <RadioGroup
              label={t('activities.pulse')}
              description={t('activities.pulseNote')}
              {...field}
              value={value === null ? NOT_ASKED : String(value)}
              onChange={(key) => onChange(key === NOT_ASKED ? null : Number(key))}
              choices={[
                { key: NOT_ASKED, content: t('activities.pulseNotAsked') },
                ...pulseLevels.map((level) => ({
                  key: String(level),
                  content: (
                    <>
                      <PulseMark level={level} />
                      {level} · {t(`activities.pulseWord.${level}`)}
                    </>
                  ),
                })),
              ]}
            />
          </div>
        )}
      </Controlled>
      <Controlled control={control} name="note">
        {(field) => (
          <TextArea
            label={t('activities.note')}
            description={t('activities.supportNoteNote')}
            placeholder={t('activities.supportNoteHint')}
            {...field}
          />
        )}
      </Controlled>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
