import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { blankPerson, personFields, type Person, type PersonFields } from '#core/caseload/person'
import { CodeSelect, CodeTags } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Checkbox, TextArea, TextField } from '../../ui/field.tsx'
import { TagPicker } from '../../ui/tag-picker.tsx'

type PersonDialogProps = {
  /** Absent for somebody new. */
  person?: Person
  onClose: () => void
  onSaved?: (id: string) => void
}

/** All that may be known of a person; only an alias is needed. */
export function PersonDialog({ person, onClose, onSaved }: PersonDialogProps) {
  const { t } = useTranslation()
  const save = useAct('people.save', { done: 'people.saved' })
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(personFields),
    defaultValues: person === undefined ? { ...blankPerson, aliases: [] } : fieldsOf(person),
  })
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
      title={t(person === undefined ? 'people.newTitle' : 'people.editTitle')}
      isOpen
      size="large"
      onClose={onClose}
      onSubmit={() => void submit()}
      isSaving={save.isPending}
    >
      <Controller
        name="aliases"
        control={control}
        render={({ field, fieldState }) => (
          <TagPicker
            label={t('people.aliases')}
            description={t('people.aliasesNote')}
            error={fieldState.error && t('people.aliasNeeded')}
            placeholder={t('people.aliasesHint')}
            autoFocus
            tags={field.value.map((alias) => ({ key: alias, label: alias, isName: true }))}
            suggestions={[]}
            onPick={() => {}}
            onCreate={(alias) => field.onChange([...field.value, alias])}
            onRemove={(alias) => field.onChange(field.value.filter((each) => each !== alias))}
            createOnLeave
          />
        )}
      />
      <BondFields control={control} />
      <AboutFields control={control} />
      <Controller
        name="strengths"
        control={control}
        render={({ field, fieldState }) => (
          <TextArea
            label={t('people.strengths')}
            rows={2}
            {...textual(field)}
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        name="safetyNote"
        control={control}
        render={({ field, fieldState }) => (
          <TextArea
            label={t('people.safety')}
            description={t('people.safetyNote')}
            rows={2}
            {...textual(field)}
            error={fieldState.error?.message}
          />
        )}
      />
    </FormDialog>
  )
}

type Fields = { control: Control<PersonFields> }

function BondFields({ control }: Fields) {
  const { t } = useTranslation()
  return (
    <div className="columns-2">
      <Controller
        name="bondStage"
        control={control}
        render={({ field }) => (
          <CodeSelect
            list="bondStage"
            label={t('people.bondStage')}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        name="engagedOn"
        control={control}
        render={({ field, fieldState }) => (
          <DateField
            label={t('people.engagedOn')}
            description={t('people.engagedNote')}
            max={todayHere()}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
    </div>
  )
}

function AboutFields({ control }: Fields) {
  const { t } = useTranslation()
  const guessed = ['ageBand', 'gender'] as const
  return (
    <>
      <div className="columns-2">
        {guessed.map((name) => (
          <div key={name} className="guessed">
            <Controller
              name={name}
              control={control}
              render={({ field }) => (
                <CodeSelect
                  list={name}
                  label={t(name === 'ageBand' ? 'people.ageBand' : 'people.gender')}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
            <Controller
              name={name === 'ageBand' ? 'ageEstimated' : 'genderEstimated'}
              control={control}
              render={({ field }) => (
                <Checkbox value={field.value} onChange={field.onChange}>
                  {t('people.isEstimated')}
                </Checkbox>
              )}
            />
          </div>
        ))}
      </div>
      <Controller
        name="populations"
        control={control}
        render={({ field }) => (
          <CodeTags
            list="population"
            label={t('people.populations')}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <div className="columns-2">
        <Controller
          name="languages"
          control={control}
          render={({ field, fieldState }) => (
            <TextField label={t('people.languages')} {...textual(field)} error={fieldState.error?.message} />
          )}
        />
        <Controller
          name="howMet"
          control={control}
          render={({ field, fieldState }) => (
            <TextField label={t('people.howMet')} {...textual(field)} error={fieldState.error?.message} />
          )}
        />
        <Controller
          name="legalName"
          control={control}
          render={({ field, fieldState }) => (
            <TextField
              label={t('people.legalName')}
              description={t('people.legalNameNote')}
              {...textual({ ...field, value: field.value ?? '' })}
              onChange={(text) => field.onChange(text === '' ? null : text)}
              error={fieldState.error?.message}
            />
          )}
        />
      </div>
    </>
  )
}

type Textual = { value: string; onChange: (text: string) => void; onBlur: () => void }
const textual = ({ value, onChange, onBlur }: Textual): Textual => ({ value, onChange, onBlur })

/** A row carries more than the schema of a person, which is strict. */
const fieldsOf = (person: Person): PersonFields => ({
  aliases: person.aliases,
  legalName: person.legalName,
  ageBand: person.ageBand,
  ageEstimated: person.ageEstimated,
  gender: person.gender,
  genderEstimated: person.genderEstimated,
  populations: person.populations,
  bondStage: person.bondStage,
  engagedOn: person.engagedOn,
  howMet: person.howMet,
  languages: person.languages,
  strengths: person.strengths,
  safetyNote: person.safetyNote,
})
