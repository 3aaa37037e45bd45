import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { disclosureBases, disclosureFields, type DisclosureFields } from '#core/duties/disclosure'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField, MomentField } from '../../ui/date-field.tsx'
import { nowHere, todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { useNamed } from '../people/known-names.ts'
import { PersonField } from '../people/people-picker.tsx'

export const blankDisclosure = (fields: Partial<DisclosureFields> = {}): DisclosureFields => ({
  at: nowHere(),
  personId: null,
  basis: 'violence',
  recipient: '',
  information: '',
  reasons: '',
  personToldOn: null,
  sequel: '',
  closedOn: null,
  ...fields,
})

const basis = disclosureFields.shape.basis
const minors = ['under-14', '14-17']

type DisclosureDialogProps = { start: DisclosureFields; id?: string | undefined; onClose: () => void }

/** What was told without consent, in danger: written every time. */
export function DisclosureDialog({ start, id, onClose }: DisclosureDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit } = useForm({ resolver: zodResolver(disclosureFields), defaultValues: start })
  const chosen = useWatch({ control, compute: ({ personId, basis }) => ({ personId, basis }) })
  const people = useNamed(chosen.personId === null ? [] : [chosen.personId])
  const isMinor = people.some(({ ageBand }) => minors.includes(ageBand))
  const save = useAct('disclosures.save', { done: 'duties.disclosureSaved', quiet: true })
  const submit = handleSubmit((fields) =>
    save.mutate({ ...fields, ...(id !== undefined && { id }) }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      command="disclosures.save"
      title={t(id === undefined ? 'duties.add.disclosures' : 'duties.editDisclosure')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
      size="large"
    >
      <Controlled control={control} name="basis">
        {({ value, onChange, ...field }) => (
          <Select
            label={t('duties.basis')}
            description={t(`duties.basisNotes.${value}`)}
            {...field}
            value={value}
            onChange={(key) => onChange(basis.parse(key))}
            options={disclosureBases.map((key) => ({ key, label: t(`duties.bases.${key}`) }))}
          />
        )}
      </Controlled>
      {(isMinor || chosen.basis === 'youth-protection') && (
        <Notice tone="warning" title={t('duties.youthTitle')}>
          {t('duties.youthText')}
        </Notice>
      )}
      <div className="columns-2">
        <Controlled control={control} name="personId">
          {(field) => (
            <PersonField label={t('duties.about')} description={t('duties.aboutNote')} {...field} />
          )}
        </Controlled>
        <Controlled control={control} name="at">
          {({ value, onChange }) => (
            <MomentField label={t('duties.when')} max={nowHere()} value={value} onChange={onChange} />
          )}
        </Controlled>
      </div>
      <Controlled control={control} name="recipient">
        {(field) => (
          <TextField
            label={t('duties.recipient')}
            placeholder={t('duties.recipientHint')}
            maxLength={200}
            {...field}
          />
        )}
      </Controlled>
      <Controlled control={control} name="information">
        {(field) => (
          <TextArea
            label={t('duties.information')}
            description={t('duties.informationNote')}
            rows={2}
            {...field}
          />
        )}
      </Controlled>
      <Controlled control={control} name="reasons">
        {(field) => (
          <TextArea label={t('duties.reasons')} description={t('duties.reasonsNote')} rows={2} {...field} />
        )}
      </Controlled>
      <Controlled control={control} name="sequel">
        {(field) => <TextArea label={t('duties.sequel')} rows={2} {...field} />}
      </Controlled>
      <div className="columns-2">
        <Controlled control={control} name="personToldOn">
          {(field) => <DateField label={t('duties.personToldOn')} max={todayHere()} {...field} />}
        </Controlled>
        <Controlled control={control} name="closedOn">
          {(field) => (
            <DateField
              label={t('duties.closedOn')}
              description={t('duties.closedNote')}
              max={todayHere()}
              {...field}
            />
          )}
        </Controlled>
      </div>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
