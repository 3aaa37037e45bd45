import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { dueOn, requestFields, requestKinds, requestOutcomes, type RequestFields } from '#core/duties/request'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { longDay, todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { PersonField } from '../people/people-picker.tsx'

export const blankRequest = (fields: Partial<RequestFields> = {}): RequestFields => ({
  kind: 'access',
  personId: null,
  requester: '',
  receivedOn: todayHere(),
  words: '',
  identityCheckedOn: null,
  extendedTo: null,
  extensionWords: '',
  answeredOn: null,
  outcome: null,
  answer: '',
  lateWords: '',
  ...fields,
})

const kind = requestFields.shape.kind
const outcome = requestFields.shape.outcome.unwrap()
const NONE = 'none'

type RequestDialogProps = { start: RequestFields; id?: string | undefined; onClose: () => void }

/** A request and its answer, with the clock in sight. */
export function RequestDialog({ start, id, onClose }: RequestDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit } = useForm({ resolver: zodResolver(requestFields), defaultValues: start })
  const clock = useWatch({
    control,
    compute: ({ receivedOn, extendedTo, answeredOn }) => ({ receivedOn, extendedTo, answeredOn }),
  })
  const due = dueOn(clock)
  const isLate = (clock.answeredOn ?? todayHere()) > due
  const save = useAct('requests.save', { done: 'duties.requestSaved', quiet: true })
  const submit = handleSubmit((fields) =>
    save.mutate({ ...fields, ...(id !== undefined && { id }) }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      command="requests.save"
      title={t(id === undefined ? 'duties.add.requests' : 'duties.editRequest')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
      size="large"
    >
      <div className="columns-2">
        <Controlled control={control} name="kind">
          {({ value, onChange, ...field }) => (
            <Select
              label={t('duties.requestKind')}
              {...field}
              value={value}
              onChange={(key) => onChange(kind.parse(key))}
              options={requestKinds.map((key) => ({ key, label: t(`duties.requestKinds.${key}`) }))}
            />
          )}
        </Controlled>
        <Controlled control={control} name="receivedOn">
          {({ onChange, ...field }) => (
            <DateField
              label={t('duties.receivedOn')}
              description={t('duties.dueNote', { day: longDay(due) })}
              max={todayHere()}
              {...field}
              onChange={(day) => day !== null && onChange(day)}
            />
          )}
        </Controlled>
      </div>
      <div className="columns-2">
        <Controlled control={control} name="personId">
          {(field) => (
            <PersonField label={t('duties.whose')} description={t('duties.whoseNote')} {...field} />
          )}
        </Controlled>
        <Controlled control={control} name="requester">
          {(field) => (
            <TextField
              isName
              label={t('duties.requester')}
              description={t('duties.requesterNote')}
              maxLength={200}
              {...field}
            />
          )}
        </Controlled>
      </div>
      <Controlled control={control} name="words">
        {(field) => <TextArea label={t('duties.requestWords')} rows={2} {...field} />}
      </Controlled>
      <div className="columns-2">
        <Controlled control={control} name="identityCheckedOn">
          {(field) => (
            <DateField
              label={t('duties.identityCheckedOn')}
              description={t('duties.identityNote')}
              max={todayHere()}
              {...field}
            />
          )}
        </Controlled>
        <Controlled control={control} name="extendedTo">
          {(field) => (
            <DateField label={t('duties.extendedTo')} description={t('duties.extendedNote')} {...field} />
          )}
        </Controlled>
      </div>
      {clock.extendedTo !== null && (
        <Controlled control={control} name="extensionWords">
          {(field) => <TextField label={t('duties.extensionWords')} maxLength={200} {...field} />}
        </Controlled>
      )}
      <div className="columns-2">
        <Controlled control={control} name="answeredOn">
          {(field) => <DateField label={t('duties.answeredOn')} max={todayHere()} {...field} />}
        </Controlled>
        <Controlled control={control} name="outcome">
          {({ value, onChange, ...field }) => (
            <Select
              label={t('duties.outcome')}
              {...field}
              value={value ?? NONE}
              onChange={(key) => onChange(key === NONE ? null : outcome.parse(key))}
              options={[
                { key: NONE, label: t('duties.noOutcome') },
                ...requestOutcomes.map((key) => ({ key, label: t(`duties.outcomes.${key}`) })),
              ]}
            />
          )}
        </Controlled>
      </div>
      <Controlled control={control} name="answer">
        {(field) => (
          <TextArea label={t('duties.answer')} description={t('duties.answerNote')} rows={2} {...field} />
        )}
      </Controlled>
      {isLate && (
        <Controlled control={control} name="lateWords">
          {(field) => (
            <TextField
              label={t('duties.lateWords')}
              description={t('duties.lateWordsNote')}
              maxLength={200}
              {...field}
            />
          )}
        </Controlled>
      )}
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
