import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { consentFields, consentPurpose, consentPurposes } from '#core/duties/consent'
import { addMonths } from '#core/caseload/calendar'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Checkbox, TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { PersonField } from '../people/people-picker.tsx'
import { ResourceField } from '../resources/resource-field.tsx'

/** While it is written, a consent may still lack its person. */
const filling = consentFields.extend({ personId: z.string().nullable().pipe(consentFields.shape.personId) })
type Filling = z.input<typeof filling>
const givers = consentFields.shape.givenBy

/** A year: long enough for an accompaniment, and then asked again. */
export const blankConsent = (fields: Partial<Filling> = {}): Filling => ({
  personId: null,
  purpose: 'referral',
  resourceId: null,
  words: '',
  express: true,
  givenBy: 'person',
  parent: '',
  givenOn: todayHere(),
  validUntil: addMonths(todayHere(), 12),
  ...fields,
})

type ConsentDialogProps = {
  start: Filling
  /** Of the consent being corrected. */
  id?: string | undefined
  onClose: () => void
}

/** What somebody agreed to: one purpose at a time. */
export function ConsentDialog({ start, id, onClose }: ConsentDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit } = useForm({ resolver: zodResolver(filling), defaultValues: start })
  const { purpose, givenBy } = useWatch({
    control,
    compute: ({ purpose, givenBy }) => ({ purpose, givenBy }),
  })
  const save = useAct('consents.save', { done: 'duties.consentSaved', quiet: true })
  const submit = handleSubmit((fields) => {
    const isAboutResource = fields.purpose === 'referral' || fields.purpose === 'exchange'
    const resourceId = isAboutResource ? fields.resourceId : null
    save.mutate({ ...fields, resourceId, ...(id !== undefined && { id }) }, { onSuccess: onClose })
  })
  return (
    <FormDialog
      command="consents.save"
      title={t(id === undefined ? 'duties.newConsent' : 'duties.editConsent')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
      size="large"
    >
      <div className="columns-2">
        <Controlled control={control} name="personId">
          {({ error, ...field }) => (
            <PersonField
              label={t('duties.who')}
              autoFocus={start.personId === null}
              {...field}
              error={error && t('duties.whoNeeded')}
            />
          )}
        </Controlled>
        <Controlled control={control} name="purpose">
          {({ value, onChange, ...field }) => (
            <Select
              label={t('duties.purpose')}
              {...field}
              value={value}
              onChange={(key) => onChange(consentPurpose.parse(key))}
              options={consentPurposes.map((key) => ({ key, label: t(`duties.purposes.${key}`) }))}
            />
          )}
        </Controlled>
      </div>
      {(purpose === 'referral' || purpose === 'exchange') && (
        <div>
          <Controlled control={control} name="resourceId">
            {(field) => <ResourceField {...field} />}
          </Controlled>
          <p className="field-note">{t('duties.anyResourceNote')}</p>
        </div>
      )}
      <Controlled control={control} name="words">
        {(field) => (
          <TextField
            label={t('duties.words')}
            placeholder={t('duties.wordsHint')}
            maxLength={200}
            {...field}
          />
        )}
      </Controlled>
      <Controlled control={control} name="givenBy">
        {({ value, onChange, ...field }) => (
          <RadioGroup
            label={t('duties.givenBy')}
            description={t('duties.givenByNote')}
            {...field}
            value={value}
            onChange={(key) => onChange(givers.parse(key))}
            choices={givers.options.map((key) => ({ key, content: t(`duties.givers.${key}`) }))}
          />
        )}
      </Controlled>
      {givenBy === 'parent' && (
        <Controlled control={control} name="parent">
          {(field) => (
            <TextField
              label={t('duties.parent')}
              placeholder={t('duties.parentHint')}
              maxLength={200}
              {...field}
            />
          )}
        </Controlled>
      )}
      <div className="columns-2">
        <Controlled control={control} name="givenOn">
          {({ onChange, ...field }) => (
            <DateField
              label={t('duties.givenOn')}
              max={todayHere()}
              {...field}
              onChange={(day) => day !== null && onChange(day)}
            />
          )}
        </Controlled>
        <Controlled control={control} name="validUntil">
          {(field) => (
            <DateField label={t('duties.validUntil')} description={t('duties.validUntilNote')} {...field} />
          )}
        </Controlled>
      </div>
      <Controlled control={control} name="express">
        {({ value, onChange }) => (
          <Checkbox value={value} onChange={onChange}>
            {t('duties.express')}
          </Checkbox>
        )}
      </Controlled>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
