import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PivotContact } from '#core/caseload/resource'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'

const blank: PivotContact = { name: '', role: '', phone: '' }
const isBlank = ({ name, role, phone }: PivotContact) => `${name}${role}${phone}`.trim() === ''

type PivotContactsProps = {
  value: readonly PivotContact[]
  onChange: (contacts: PivotContact[]) => void
  /** Saving was tried: a contact without a name is said. */
  isTried: boolean
}

/** The human beings who answer, the first one first. A line is always there to begin with; one left empty is nobody. */
export function PivotContacts({ value, onChange, isTried }: PivotContactsProps) {
  const { t } = useTranslation()
  const shown = value.length === 0 ? [blank] : value
  const edit = (index: number, changes: Partial<PivotContact>) => {
    const edited = shown.map((contact, place) => (place === index ? { ...contact, ...changes } : contact))
    onChange(edited.length === 1 && edited.every(isBlank) ? [] : edited)
  }
  return (
    <div className="stack pivots">
      {shown.map((contact, index) => (
        // a line is only its place: two contacts may be written alike
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="pivot">
          <TextField
            label={index === 0 ? t('resources.pivotContact') : t('resources.pivotNth', { rank: index + 1 })}
            {...(index === 0 && { description: t('resources.pivotNote') })}
            maxLength={200}
            value={contact.name}
            onChange={(name) => edit(index, { name })}
            error={isTried && value.length > 0 && contact.name.trim() === '' ? t('form.required') : undefined}
          />
          <TextField
            label={t('resources.pivotRole')}
            maxLength={200}
            value={contact.role}
            onChange={(role) => edit(index, { role })}
          />
          <TextField
            label={t('resources.pivotPhone')}
            maxLength={200}
            value={contact.phone}
            onChange={(phone) => edit(index, { phone })}
          />
          {shown.length > 1 && (
            <IconButton
              label={t('resources.removePivot', { rank: index + 1 })}
              icon={<X size={17} aria-hidden />}
              onPress={() => onChange(shown.filter((_, place) => place !== index))}
            />
          )}
        </div>
      ))}
      <div>
        <Button
          variant="plain"
          icon={<Plus size={16} aria-hidden />}
          isDisabled={shown.some(isBlank) || shown.length >= 20}
          onPress={() => onChange([...shown, blank])}
        >
          {t('resources.addPivot')}
        </Button>
      </div>
    </div>
  )
}
