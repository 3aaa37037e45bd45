import { useRead } from '../../queries.ts'
import { TagPicker } from '../../ui/tag-picker.tsx'

type KnownPersonsProps = { label: string; value: readonly string[]; onChange: (personIds: string[]) => void }

/** Several known persons, none of them new. */
export function KnownPersons({ label, value, onChange }: KnownPersonsProps) {
  const rows = useRead('people.list', {}).data ?? []
  const named = rows.map(({ id, aliases }) => ({ key: id, label: aliases[0] ?? '', isName: true }))
  return (
    <TagPicker
      label={label}
      tags={named.filter(({ key }) => value.includes(key))}
      suggestions={named.filter(({ key }) => !value.includes(key))}
      onPick={(key) => onChange([...value, key])}
      onRemove={(key) => onChange(value.filter((each) => each !== key))}
    />
  )
}
