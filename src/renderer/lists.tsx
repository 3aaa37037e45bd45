import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListName } from '#core/caseload/lists'
import type { Output } from '#shared/contract'
import { listsOn, type Lists } from './list-values.ts'
import { useRead } from './queries.ts'
import { languageNow } from './text/i18n.ts'
import { todayHere } from './ui/dates.ts'
import type { FieldChrome } from './ui/field.tsx'
import { Select } from './ui/select.tsx'
import { TagPicker } from './ui/tag-picker.tsx'

export { inSentence } from './list-values.ts'

/** The lists as of today, in the language of the window; `lists.on(at)` for a record of another day. */
export function useLists(): Lists {
  // drawn again when the language changes
  useTranslation()
  const values = useRead('lists.all', undefined).data ?? notLoaded
  const [today, language] = [todayHere(), languageNow()]
  return useMemo(() => listsOn(values, today, language), [values, today, language])
}
const notLoaded: Output<'lists.all'> = []

type CodeSelectProps = FieldChrome & {
  list: ListName
  value: string
  onChange: (code: string) => void
  onBlur?: () => void
  /** The day the values must be valid; today when left out. */
  on?: string
}

/** One value of a list. */
export function CodeSelect({ list, value, on = todayHere(), ...props }: CodeSelectProps) {
  const lists = useLists().on(on)
  return <Select {...props} value={value} options={lists.options(list, [value])} />
}

const NONE = 'none'

type OptionalCodeSelectProps = Omit<CodeSelectProps, 'value' | 'onChange'> & {
  value: string | null
  onChange: (code: string | null) => void
  /** How not saying reads: « Non précisé ». */
  noneLabel: string
}

/** One value of a list, or none. */
export function OptionalCodeSelect(all: OptionalCodeSelectProps) {
  const { list, value, on = todayHere(), noneLabel, ...props } = all
  const values = useLists()
    .on(on)
    .options(list, value === null ? [] : [value])
  return (
    <Select
      {...props}
      value={value ?? NONE}
      onChange={(key) => props.onChange(key === NONE ? null : key)}
      options={[{ key: NONE, label: noneLabel }, ...values]}
    />
  )
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
