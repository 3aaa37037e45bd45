import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CodeSelect } from '../../lists.tsx'
import { IconButton } from '../../ui/button.tsx'
import { DateField, TimeField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import type { Named } from '../people/people-picker.tsx'
import { ResourceField } from '../resources/resource-field.tsx'

/** What a note takes along: saved just after it, about one of its persons. */
export type ReferralDraft = { personId: string | null; resourceId: string | null; theme: string }
export type FollowUpDraft = { personId: string | null; title: string; dueOn: string; dueTime: string | null }

type Common<T> = {
  people: readonly Named[]
  value: T
  onChange: (value: T) => void
  onRemove: () => void
  error?: string | undefined
}

export function ReferralAttachment({ people, value, onChange, onRemove, error }: Common<ReferralDraft>) {
  const { t } = useTranslation()
  return (
    <Attachment title={t('contacts.refer')} removeLabel={t('contacts.removeReferral')} onRemove={onRemove}>
      <ForWhom
        people={people}
        value={value.personId}
        onChange={(personId) => onChange({ ...value, personId })}
      />
      <ResourceField
        autoFocus
        error={error}
        value={value.resourceId}
        onChange={(resourceId) => onChange({ ...value, resourceId })}
      />
      <CodeSelect
        list="theme"
        label={t('contacts.theme')}
        value={value.theme}
        onChange={(theme) => onChange({ ...value, theme })}
      />
    </Attachment>
  )
}

export function FollowUpAttachment({ people, value, onChange, onRemove, error }: Common<FollowUpDraft>) {
  const { t } = useTranslation()
  return (
    <Attachment title={t('contacts.followUp')} removeLabel={t('contacts.removeFollowUp')} onRemove={onRemove}>
      <TextField
        autoFocus
        label={t('contacts.followUpTitle')}
        error={error}
        value={value.title}
        onChange={(title) => onChange({ ...value, title })}
      />
      <ForWhom
        people={people}
        value={value.personId}
        onChange={(personId) => onChange({ ...value, personId })}
      />
      <div className="columns-2">
        <DateField
          label={t('contacts.dueOn')}
          value={value.dueOn}
          onChange={(dueOn) => onChange({ ...value, dueOn: dueOn ?? value.dueOn })}
        />
        <TimeField
          label={t('contacts.dueTime')}
          value={value.dueTime}
          onChange={(dueTime) => onChange({ ...value, dueTime })}
        />
      </div>
    </Attachment>
  )
}

/** With one person there is nothing to choose. */
function ForWhom({
  people,
  value,
  onChange,
}: {
  people: readonly Named[]
  value: string | null
  onChange: (id: string) => void
}) {
  const { t } = useTranslation()
  if (people.length < 2) return null
  return (
    <Select
      label={t('contacts.forWhom')}
      value={value ?? people[0]?.id ?? null}
      onChange={onChange}
      options={people.map(({ id, alias }) => ({ key: id, label: alias, isName: true }))}
    />
  )
}

type AttachmentProps = { title: string; removeLabel: string; onRemove: () => void; children: ReactNode }

function Attachment({ title, removeLabel, onRemove, children }: AttachmentProps) {
  return (
    <fieldset className="attachment stack">
      <legend className="visually-hidden">{title}</legend>
      <div className="attachment-head">
        <h3 aria-hidden="true">{title}</h3>
        <IconButton label={removeLabel} icon={<X size={17} aria-hidden />} onPress={onRemove} />
      </div>
      {children}
    </fieldset>
  )
}
