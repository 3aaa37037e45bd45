import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch, type Control, type UseFormSetValue } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { fieldsFrom } from '#core/caseload/fields'
import { blankPerson, personFields, type Person, type PersonFields } from '#core/caseload/person'
import { failureOf } from '../../client.ts'
import { CodeSelect, CodeTags } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Checkbox, TextArea, TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { TagPicker } from '../../ui/tag-picker.tsx'
import { SealableField } from '../contacts/sealable-field.tsx'
import { IdentifyingBasis } from './identifying-basis.tsx'

type PersonDialogProps = {
  /** Absent for somebody new. */
  person?: Person
  onClose: () => void
  onSaved?: (id: string) => void
}

/** All that may be known of a person; only an alias is needed. */
export function PersonDialog({ person, onClose, onSaved }: PersonDialogProps) {
  const { t } = useTranslation()
  const save = useAct('people.save', { done: 'people.saved', quiet: true })
  const { control, handleSubmit, setValue, formState } = useForm({
    resolver: zodResolver(personFields),
    defaultValues: person === undefined ? { ...blankPerson, aliases: [] } : fieldsFrom(personFields, person),
  })
  const { ageBand, legalName } = useWatch({
    control,
    compute: ({ ageBand, legalName }) => ({ ageBand, legalName }),
  })
  const needsBasis = ageBand === 'under-14' && legalName !== null && legalName !== ''
  const isRefused = save.error !== null && failureOf(save.error) === 'identifying-field-refused'
  const submit = handleSubmit((fields) =>
    save.mutate(person === undefined ? fields : { ...fields, id: person.id }, {
      onSuccess: ({ id }) => {
        onClose()
        onSaved?.(id)
      },
    }),
  )
  return (
    <FormDialog
      command="people.save"
      title={t(person === undefined ? 'people.newTitle' : 'people.editTitle')}
      isOpen
      size="large"
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
    >
      <Controlled control={control} name="aliases">
        {({ value, onChange, error }) => <AliasesField value={value} onChange={onChange} error={error} />}
      </Controlled>
      <BondFields control={control} />
      <AboutFields control={control} />
      {needsBasis && (
        <Controlled control={control} name="identifyingBasis">
          {({ value, onChange }) => (
            <IdentifyingBasis
              value={value}
              onChange={onChange}
              isRefused={isRefused && value === null}
              isTried={formState.isSubmitted}
            />
          )}
        </Controlled>
      )}
      <Controlled control={control} name="strengths">
        {(field) => <TextArea label={t('people.strengths')} rows={2} {...field} />}
      </Controlled>
      <SafetyField id={person?.id} control={control} setValue={setValue} />
      {save.error && (
        <FailureNotice
          failure={failureOf(save.error)}
          {...(isRefused && {
            actions: (
              <Button onPress={() => setValue('legalName', null)}>{t('people.eraseLegalName')}</Button>
            ),
          })}
        />
      )}
    </FormDialog>
  )
}

type AliasesProps = { value: string[]; onChange: (aliases: string[]) => void; error: string | undefined }

function AliasesField({ value, onChange, error }: AliasesProps) {
  const { t } = useTranslation()
  return (
    <TagPicker
      isName
      label={t('people.aliases')}
      description={t('people.aliasesNote')}
      error={error && t('people.aliasNeeded')}
      placeholder={t('people.aliasesHint')}
      autoFocus
      tags={value.map((alias) => ({ key: alias, label: alias, isName: true }))}
      suggestions={[]}
      onPick={() => {}}
      onCreate={(alias) => {
        if (!value.includes(alias)) onChange([...value, alias])
      }}
      createOnLeave
      onRemove={(alias) => onChange(value.filter((each) => each !== alias))}
    />
  )
}

type Fields = { control: Control<PersonFields, unknown, PersonFields> }

function BondFields({ control }: Fields) {
  const { t } = useTranslation()
  return (
    <div className="columns-2">
      <Controlled control={control} name="bondStage">
        {(field) => <CodeSelect list="bondStage" label={t('people.bondStage')} {...field} />}
      </Controlled>
      <Controlled control={control} name="engagedOn">
        {(field) => (
          <DateField
            label={t('people.engagedOn')}
            description={t('people.engagedNote')}
            max={todayHere()}
            {...field}
          />
        )}
      </Controlled>
    </div>
  )
}

type SafetyFieldProps = Fields & { id: string | undefined; setValue: UseFormSetValue<PersonFields> }

function SafetyField({ id, control, setValue }: SafetyFieldProps) {
  const { t } = useTranslation()
  const { text, isSealed } = useWatch({
    control,
    compute: ({ safetyNote, safetyNoteSealed }) => ({ text: safetyNote, isSealed: safetyNoteSealed }),
  })
  return (
    <SealableField
      command="people.openSafetyNote"
      id={id}
      text={text}
      isSealed={isSealed}
      onSealed={(isSealed) => setValue('safetyNoteSealed', isSealed)}
      onText={(text) => setValue('safetyNote', text)}
    >
      <Controlled control={control} name="safetyNote">
        {(field) => (
          <TextArea label={t('people.safety')} description={t('people.safetyNote')} rows={2} {...field} />
        )}
      </Controlled>
    </SealableField>
  )
}

function AboutFields({ control }: Fields) {
  const { t } = useTranslation()
  return (
    <>
      <div className="columns-2">
        <div>
          <Controlled control={control} name="ageBand">
            {(field) => <CodeSelect list="ageBand" label={t('people.ageBand')} {...field} />}
          </Controlled>
          <Controlled control={control} name="ageEstimated">
            {({ value, onChange }) => (
              <Checkbox value={value} onChange={onChange}>
                {t('people.isEstimated')}
              </Checkbox>
            )}
          </Controlled>
        </div>
        <div>
          <Controlled control={control} name="gender">
            {(field) => <CodeSelect list="gender" label={t('people.gender')} {...field} />}
          </Controlled>
          <Controlled control={control} name="genderEstimated">
            {({ value, onChange }) => (
              <Checkbox value={value} onChange={onChange}>
                {t('people.isEstimated')}
              </Checkbox>
            )}
          </Controlled>
        </div>
      </div>
      <Controlled control={control} name="populations">
        {({ value, onChange, error }) => (
          <CodeTags
            list="population"
            label={t('people.populations')}
            value={value}
            onChange={onChange}
            error={error}
          />
        )}
      </Controlled>
      <div className="columns-2">
        <Controlled control={control} name="languages">
          {({ value, onChange, error }) => (
            <CodeTags
              list="language"
              label={t('people.languages')}
              value={value}
              onChange={onChange}
              error={error}
            />
          )}
        </Controlled>
        <Controlled control={control} name="howMet">
          {(field) => <TextField label={t('people.howMet')} {...field} />}
        </Controlled>
        <Controlled control={control} name="legalName">
          {({ value, onChange, ...field }) => (
            <TextField
              label={t('people.legalName')}
              description={t('people.legalNameNote')}
              isName
              {...field}
              value={value ?? ''}
              onChange={(text) => onChange(text === '' ? null : text)}
            />
          )}
        </Controlled>
      </div>
    </>
  )
}
