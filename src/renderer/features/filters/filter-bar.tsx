import { useState, type ReactNode } from 'react'
import { TagPicker, type Tag } from '../../ui/tag-picker.tsx'
import type { Suggestion } from '../../ui/type-ahead.tsx'
import { matching } from '../../ui/matching.ts'
import './filters.css'

export type PhraseChoices = {
  /** Those already said, in their order. */
  said: readonly Tag[]
  /** All that may be added, best first when nothing is typed. */
  offered: readonly Suggestion[]
  /** Those looked for as letters are typed, said after the ones of `offered` that match. */
  asking?: { onQuery: (text: string) => void; found: readonly Suggestion[]; isLoading: boolean }
}

type FilterBarProps = PhraseChoices & {
  /** What is listed, the first word of the sentence: « Interventions ». */
  subject: string
  placeholder: string
  onAdd: (phrase: string) => void
  onRemove: (phrase: string) => void
  /** At the right: to keep the filter, to take a kept one. */
  actions: ReactNode
}

/** More would not be read; the letters typed narrow the rest. */
const SHOWN = 40

/** A sentence that narrows a list: « Interventions · de novembre · avec Momo · thème logement ». Two letters add a phrase. */
export function FilterBar(props: FilterBarProps) {
  const { subject, placeholder, said, offered, asking, onAdd, onRemove, actions } = props
  const [query, setQuery] = useState('')
  return (
    <div className="filter-bar">
      <TagPicker
        isName
        label={subject}
        placeholder={placeholder}
        tags={said}
        suggestions={[...matching(offered, query).slice(0, SHOWN), ...(asking?.found ?? [])]}
        onQuery={(text) => {
          setQuery(text)
          asking?.onQuery(text)
        }}
        isLoading={asking?.isLoading ?? false}
        onPick={onAdd}
        onRemove={onRemove}
      />
      <div className="filter-actions">{actions}</div>
    </div>
  )
}
