import { useState } from 'react'
import { TagPicker } from '../../ui/tag-picker.tsx'
import { useAliases, useNamed } from '../people/known-names.ts'

type KnownPersonsProps = { label: string; value: readonly string[]; onChange: (personIds: string[]) => void }

/** Several known persons, none of them new. */
export function KnownPersons({ label, value, onChange }: KnownPersonsProps) {
  const [text, setText] = useState('')
  const { rows, isLoading, onOpen } = useAliases(text)
  return (
    <TagPicker
      isName
      label={label}
      tags={useNamed(value).map(({ id, alias }) => ({ key: id, label: alias, isName: true }))}
      suggestions={rows.map(({ id, aliases }) => ({ key: id, label: aliases[0] ?? '', isName: true }))}
      onQuery={setText}
      onOpen={onOpen}
      isLoading={isLoading}
      onPick={(key) => onChange([...value, key])}
      onRemove={(key) => onChange(value.filter((each) => each !== key))}
    />
  )
}
