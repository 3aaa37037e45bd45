import { zodResolver } from '@hookform/resolvers/zod'
import { Plus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { WorkHours } from '#core/caseload/activity'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useOnce } from '../../ui/once.ts'
import { onSaveKey } from '../../ui/save-key.ts'
import { blankHours, HoursFields, inputFrom, type HoursInput, type HoursOutput } from './hours-fields.tsx'
import { hoursForm } from './typed-duration.ts'

const useHoursForm = (defaultValues: HoursInput) =>
  useForm<HoursInput, unknown, HoursOutput>({ resolver: zodResolver(hoursForm), defaultValues })

/** One line that adds hours and is ready for the next ones: the day, the part and the axis stay. */
export function QuickHours() {
  const { t } = useTranslation()
  const { control, handleSubmit, reset, getValues } = useHoursForm(blankHours())
  const [added, setAdded] = useState(0)
  const save = useAct('hours.save', { done: 'activities.hoursSaved', quiet: true })
  const add = handleSubmit((fields) =>
    save.mutate(fields, {
      onSuccess: () => {
        reset({ ...getValues(), minutes: '', note: '' })
        setAdded(added + 1)
      },
    }),
  )
  const submit = useOnce(() => add(), save.isPending)
  const submitForm = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <form className="card hours-form" noValidate onSubmit={submitForm} {...onSaveKey(submit)}>
      {/* fields made again: the cursor is back in the length */}
      <HoursFields key={added} control={control} autoFocus={added > 0} />
      <Button variant="primary" type="submit" icon={<Plus size={17} aria-hidden />}>
        {t('form.add')}
      </Button>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </form>
  )
}

/** Corrects hours already written. */
export function HoursDialog({ hours, onClose }: { hours: WorkHours; onClose: () => void }) {
  const { t } = useTranslation()
  const { control, handleSubmit } = useHoursForm(inputFrom(hours))
  const save = useAct('hours.save', { done: 'activities.hoursSaved', quiet: true })
  const submit = handleSubmit((fields) => save.mutate({ ...fields, id: hours.id }, { onSuccess: onClose }))
  return (
    <FormDialog
      command="hours.save"
      title={t('activities.editHours')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit()}
      isSaving={save.isPending}
    >
      <HoursFields control={control} autoFocus />
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
