import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { day } from '#core/caseload/fields'
import { codeFor, type ListName, type ListValue } from '#core/caseload/lists'
import { failureOf } from '../../client.ts'
import { CodeSelect } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Controlled } from '../../ui/controlled.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'

const text = z.string().trim().max(200)
const fields = z.object({ fr: text.min(1), en: text, group: z.string(), from: day })

type ValueDialogProps = {
  list: ListName
  /** Those of the list. */
  values: readonly ListValue[]
  /** The value being renamed; none to add one. */
  value?: ListValue | undefined
  onClose: () => void
}

/** Adds a value, its code in sight, or renames one from today on. */
export function ValueDialog({ list, values, value, onClose }: ValueDialogProps) {
  const { t } = useTranslation()
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(fields),
    defaultValues: {
      fr: value?.label.fr ?? '',
      en: value?.label.en ?? '',
      group: value?.group ?? 'housing',
      from: todayHere(),
    },
  })
  const fr = useWatch({ control, name: 'fr' })
  const save = useAct('lists.saveValue', {
    done: value === undefined ? 'settings.valueAdded' : 'settings.valueRenamed',
    quiet: true,
  })
  const submit = handleSubmit(({ fr, en, group, from }) =>
    save.mutate(
      {
        list,
        label: { fr, en: en === '' ? fr : en },
        group: list === 'theme' ? group : null,
        ...(value === undefined ? { from } : { code: value.code }),
      },
      { onSuccess: onClose },
    ),
  )
  const code =
    value?.code ??
    (fr.trim() === ''
      ? ''
      : codeFor(
          fr,
          values.map(({ code }) => code),
        ))
  return (
    <FormDialog
      command="lists.saveValue"
      title={t(value === undefined ? 'settings.newValue' : 'settings.renameTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
    >
      <Controlled control={control} name="fr">
        {(field) => <TextField label={t('settings.labelFr')} maxLength={200} autoFocus {...field} />}
      </Controlled>
      <Controlled control={control} name="en">
        {(field) => (
          <TextField
            label={t('settings.labelEn')}
            description={t('settings.labelEnNote')}
            maxLength={200}
            {...field}
          />
        )}
      </Controlled>
      {list === 'theme' && (
        <Controlled control={control} name="group">
          {(field) => <CodeSelect list="themeGroup" label={t('settings.group')} {...field} />}
        </Controlled>
      )}
      {value === undefined && (
        <Controlled control={control} name="from">
          {({ onChange, ...field }) => (
            <DateField
              label={t('settings.from')}
              description={t('settings.fromNote')}
              {...field}
              onChange={(day) => day !== null && onChange(day)}
            />
          )}
        </Controlled>
      )}
      <p className="small quiet">
        {code !== '' && (
          <>
            {t('settings.code')} <code className="value-code">{code}</code>.{' '}
          </>
        )}
        {value === undefined ? t('settings.codeNote') : t('settings.renameNote', { label: value.label.fr })}
      </p>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
