import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { blankPerson } from '#core/caseload/person'
import { useAct } from '../../queries.ts'
import { nearDay } from '../../ui/dates.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import type { FieldChrome } from '../../ui/field.tsx'
import { fold } from '#core/caseload/folding'
import { TagPicker, type Tag } from '../../ui/tag-picker.tsx'
import type { Suggestion } from '../../ui/type-ahead.tsx'
import { useAliases, useNamed, type Suggested } from './known-names.ts'

/** A person as a field holds them. */
export type Named = { id: string; alias: string }

const first = (aliases: readonly string[]) => aliases[0] ?? ''

const UNIDENTIFIED = '\u0000unidentified'

type PeoplePickerProps = FieldChrome & {
  people: readonly Named[]
  /** They may come late, of an answer or of a person made: they change those that are there then. */
  onPeople: (change: (people: readonly Named[]) => Named[]) => void
  /** Whether somebody chosen is still to come. */
  onComing: (isComing: boolean) => void
  unidentifiedCount: number
  onUnidentifiedCount: (count: number) => void
  /** What is typed and not yet somebody. */
  text: string
  onText: (text: string) => void
  /** What the input begins with. */
  typed?: string
  autoFocus?: boolean
}

/** Known persons by alias, new ones by typing a new alias, unidentified ones by counting: « +1 » works from the keyboard too. */
export function PeoplePicker(props: PeoplePickerProps) {
  const { people, onPeople, onComing, unidentifiedCount, onUnidentifiedCount, text, onText, ...field } = props
  const { t } = useTranslation()
  const found = useAliases(text)
  const create = useAct('people.save')
  const [isSought, setSought] = useState(false)
  const [made, setMade] = useState(0)
  const isComing = isSought || made > 0
  const tellComing = useEffectEvent((isComing: boolean) => onComing(isComing))
  useEffect(() => tellComing(isComing), [isComing])

  const plusOne = { key: UNIDENTIFIED, label: t('contacts.addUnidentified') }
  const isCounting = text.trim().startsWith('+')
  const tags: Tag[] = people.map(({ id, alias }) => ({ key: id, label: alias, isName: true }))
  if (unidentifiedCount > 0)
    tags.push({
      key: UNIDENTIFIED,
      label: t('contacts.unidentified', { count: unidentifiedCount }),
      tone: 'plain',
    })

  const add = (key: string) => {
    if (key === UNIDENTIFIED) return onUnidentifiedCount(unidentifiedCount + 1)
    const row = found.rows.find(({ id }) => id === key)
    if (row) onPeople((people) => [...people, { id: row.id, alias: first(row.aliases) }])
  }
  const createNamed = async (alias: string) => {
    setMade((count) => count + 1)
    // a failure is told by the act itself
    const saved = await create.mutateAsync({ ...blankPerson, aliases: [alias] }).catch(() => null)
    if (saved) onPeople((people) => [...people, { id: saved.id, alias }])
    setMade((count) => count - 1)
    return saved !== null
  }

  return (
    <TagPicker
      {...field}
      isName
      tags={tags}
      onRemove={(key) =>
        key === UNIDENTIFIED
          ? onUnidentifiedCount(0)
          : onPeople((people) => people.filter(({ id }) => id !== key))
      }
      onPick={add}
      onCreate={isCounting ? undefined : createNamed}
      onQuery={onText}
      onOpen={found.onOpen}
      isLoading={found.isLoading}
      onWaiting={setSought}
      placeholder={t('contacts.whoHint')}
      suggestions={
        isCounting
          ? [plusOne]
          : found.rows.map((row) =>
              suggestionOf(
                row,
                text,
                t('contacts.lastSeen', { day: row.lastContactAt === null ? '' : nearDay(row.lastContactAt) }),
              ),
            )
      }
      keptSuggestions={[UNIDENTIFIED]}
    />
  )
}

/** `lastSeen`: said beside her alias, unless another of her aliases is what was found. */
function suggestionOf(row: Suggested, text: string, lastSeen?: string): Suggestion {
  const label = first(row.aliases)
  const other = row.aliases.slice(1).find((alias) => fold(alias).includes(fold(text.trim())))
  const matchedByOther = text.trim() !== '' && other !== undefined && !fold(label).includes(fold(text.trim()))
  return {
    key: row.id,
    label,
    isName: true,
    ...(matchedByOther
      ? { hint: other, isHintName: true }
      : row.lastContactAt !== null && lastSeen !== undefined && { hint: lastSeen }),
  }
}

type PersonFieldProps = FieldChrome & {
  value: string | null
  onChange: (personId: string | null) => void
  onBlur?: () => void
  autoFocus?: boolean
}

/** One known person, or none. */
export function PersonField(props: PersonFieldProps) {
  const [text, setText] = useState('')
  const { rows, isLoading, onOpen } = useAliases(text)
  const [chosen] = useNamed(props.value === null ? [] : [props.value])
  return (
    <ComboBox
      {...props}
      isName
      asking={{ onQuery: setText, onOpen, chosenLabel: chosen?.alias ?? '', isLoading }}
      options={rows.map((row) => suggestionOf(row, text))}
    />
  )
}
