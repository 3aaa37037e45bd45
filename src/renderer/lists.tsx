import { useTranslation } from 'react-i18next'
import type { ListName, ListValue } from '#core/caseload/lists'
import { useRead } from './queries.ts'
import { todayHere } from './ui/dates.ts'
import type { FieldChrome } from './ui/field.tsx'
import { Select, type Option } from './ui/select.tsx'
import { TagPicker } from './ui/tag-picker.tsx'

/** The labels of the editable lists. A code without a label (a list not loaded yet) reads as nothing. */
export type Lists = {
  label: (list: ListName, code: string) => string
  labels: (list: ListName, codes: readonly string[]) => string
  /** The values valid today, plus those already chosen: a retired value stays on the records that have it. */
  options: (list: ListName, chosen?: readonly string[]) => Option[]
}

export function useLists(): Lists {
  const values = useRead('lists.all', undefined).data ?? []
  const label = (list: ListName, code: string) =>
    values.find((value) => value.list === list && value.code === code)?.label.fr ?? ''
  return {
    label,
    labels: (list, codes) =>
      codes
        .map((code, index) => (index === 0 ? label(list, code) : inSentence(label(list, code))))
        .join(', '),
    options: (list, chosen = []) =>
      values
        .filter(
          (value) => value.list === list && (isValid(value, todayHere()) || chosen.includes(value.code)),
        )
        .sort((a, b) => a.position - b.position)
        .map((value) => ({ key: value.code, label: value.label.fr })),
  }
}

/** A label inside a sentence: « Logement » reads « logement », « ITSS » stays. */
export const inSentence = (label: string): string =>
  label.slice(1, 2) === label.slice(1, 2).toLowerCase()
    ? label.slice(0, 1).toLowerCase() + label.slice(1)
    : label

const isValid = ({ validFrom, validTo }: ListValue, day: string) =>
  validFrom <= day && (validTo === null || day <= validTo)

type CodeSelectProps = FieldChrome & {
  list: ListName
  value: string
  onChange: (code: string) => void
  onBlur?: () => void
}

/** One value of a list. */
export function CodeSelect({ list, value, ...props }: CodeSelectProps) {
  const lists = useLists()
  return <Select {...props} value={value} options={lists.options(list, [value])} />
}

type CodeTagsProps = FieldChrome & {
  list: ListName
  value: readonly string[]
  onChange: (codes: string[]) => void
  placeholder?: string
}

/** Several values of a list, in the order they were chosen. */
export function CodeTags({ list, value, onChange, placeholder, ...props }: CodeTagsProps) {
  const { t } = useTranslation()
  const lists = useLists()
  return (
    <TagPicker
      {...props}
      placeholder={placeholder ?? t('contacts.add')}
      tags={value.map((code) => ({ key: code, label: lists.label(list, code) || code }))}
      suggestions={lists.options(list)}
      onPick={(code) => onChange([...value, code])}
      onRemove={(code) => onChange(value.filter((each) => each !== code))}
    />
  )
}
