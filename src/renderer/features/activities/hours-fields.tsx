import type { Control } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { workHoursFields, workPart, type WorkHours } from '#core/caseload/activity'
import { fieldsFrom } from '#core/caseload/fields'
import { useLists } from '../../lists.tsx'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { duration, todayHere } from '../../ui/dates.ts'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import type { hoursForm } from './typed-duration.ts'

export type HoursInput = z.input<typeof hoursForm>
export type HoursOutput = z.output<typeof hoursForm>

export const blankHours = (): HoursInput => ({
  day: todayHere(),
  minutes: '',
  part: 'library',
  mandateAxis: null,
  note: '',
})
export const inputFrom = (hours: WorkHours): HoursInput => ({
  ...fieldsFrom(workHoursFields, hours),
  minutes: duration(hours.minutes),
})

const NO_AXIS = 'none'

type HoursFieldsProps = {
  control: Control<HoursInput, unknown, HoursOutput>
  /** Puts the cursor in the length. */
  autoFocus?: boolean
}

/** The five fields of hours worked, in the order they are said: when, how long, where, for what. */
export function HoursFields({ control, autoFocus = false }: HoursFieldsProps) {
  const { t } = useTranslation()
  const day = useWatch({ control, name: 'day' })
  const lists = useLists().on(day)
  return (
    <>
      <Controlled control={control} name="day">
        {({ onChange, ...field }) => (
          <DateField
            label={t('activities.day')}
            max={todayHere()}
            {...field}
            onChange={(day) => day !== null && onChange(day)}
          />
        )}
      </Controlled>
      <Controlled control={control} name="minutes">
        {({ error, ...field }) => (
          <TextField
            label={t('activities.length')}
            placeholder={t('activities.lengthHint')}
            autoFocus={autoFocus}
            maxLength={20}
            {...field}
            error={error && t('activities.lengthCheck')}
          />
        )}
      </Controlled>
      <Controlled control={control} name="part">
        {({ onChange, ...field }) => (
          <Select
            label={t('activities.part')}
            options={workPart.options.map((part) => ({ key: part, label: t(`activities.parts.${part}`) }))}
            {...field}
            onChange={(key) => onChange(workPart.parse(key))}
          />
        )}
      </Controlled>
      <Controlled control={control} name="mandateAxis">
        {({ value, onChange, ...field }) => (
          <Select
            label={t('activities.axis')}
            options={[
              { key: NO_AXIS, label: t('activities.noAxis') },
              ...lists.options('mandateAxis', value === null ? [] : [value]),
            ]}
            {...field}
            value={value ?? NO_AXIS}
            onChange={(key) => onChange(key === NO_AXIS ? null : key)}
          />
        )}
      </Controlled>
      <Controlled control={control} name="note">
        {(field) => (
          <TextField
            label={t('activities.hoursNote')}
            placeholder={t('activities.hoursNoteHint')}
            maxLength={200}
            {...field}
          />
        )}
      </Controlled>
    </>
  )
}
