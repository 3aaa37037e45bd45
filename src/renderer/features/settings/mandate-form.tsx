import { zodResolver } from '@hookform/resolvers/zod'
import type { FormEvent } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { settings as settingsSchema, type Settings } from '#core/caseload/settings'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { Checkbox } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { onSaveKey } from '../../ui/save-key.ts'

/** What the organization and the worker agreed on. */
export function MandateForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(settingsSchema),
    // an undo elsewhere comes back here
    values: settings,
  })
  const save = useAct('settings.save', { done: 'settings.saved', quiet: true })
  const store = handleSubmit((fields) => save.mutate(fields))
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!save.isPending) void store()
  }
  return (
    <form className="settings-form" noValidate onSubmit={submit} {...onSaveKey(submit)}>
      <Section title={t('settings.agreement')}>
        <p className="quiet">{t('settings.agreementNote')}</p>
        <div className="columns-2">
          <Controlled control={control} name="agreement.libraryMinutes">
            {(field) => <HoursField label={t('settings.libraryHours')} {...field} />}
          </Controlled>
          <Controlled control={control} name="agreement.outsideMinutes">
            {(field) => <HoursField label={t('settings.outsideHours')} {...field} />}
          </Controlled>
        </div>
        <Controlled control={control} name="mandateStartsOn">
          {(field) => (
            <DateField
              label={t('settings.mandateStartsOn')}
              description={t('settings.mandateStartsOnNote')}
              max={todayHere()}
              {...field}
            />
          )}
        </Controlled>
      </Section>
      <Section title={t('settings.monday')}>
        <Controlled control={control} name="notSeenWeeks">
          {(field) => (
            <NumberField
              label={t('settings.notSeenWeeks')}
              description={t('settings.notSeenWeeksNote')}
              min={1}
              max={104}
              {...field}
            />
          )}
        </Controlled>
      </Section>
      <Section title={t('settings.writing')}>
        <Controlled control={control} name="remindsFacts">
          {({ value, onChange }) => (
            <Checkbox value={value} onChange={onChange}>
              {t('settings.remindsFacts')}
            </Checkbox>
          )}
        </Controlled>
      </Section>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
      <div>
        <Button variant="primary" type="submit" shortcut="Ctrl+Enter" isDisabled={!formState.isDirty}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  )
}

type HoursFieldProps = {
  label: string
  /** Minutes a week. */
  value: number
  onChange: (minutes: number) => void
  onBlur: () => void
  error: string | undefined
}

function HoursField({ value, onChange, ...field }: HoursFieldProps) {
  return (
    <NumberField
      {...field}
      value={value / 60}
      onChange={(hours) => onChange(Math.round(hours * 60))}
      max={168}
      step={0.5}
      format={{ style: 'unit', unit: 'hour', unitDisplay: 'short' }}
    />
  )
}
