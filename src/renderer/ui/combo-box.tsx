import { useId, useState } from 'react'
import type { FieldChrome } from './field.tsx'
import './field.css'
import { matching } from './fold.ts'
import { TypeAhead, type Suggestion } from './type-ahead.tsx'

type ComboBoxProps = FieldChrome & {
  value: string | null
  onChange: (value: string | null) => void
  onBlur?: () => void
  /** All of them: the field filters, without accents or case. */
  options: readonly Suggestion[]
  /** Makes a new one of the text typed; the caller then sets `value`. */
  onCreate?: (text: string) => void
  placeholder?: string
  autoFocus?: boolean
}

/** One choice in a long list, found by its first letters. Leaving it with an unknown text puts the choice back. */
export function ComboBox({
  label,
  description,
  error,
  value,
  onChange,
  options,
  onCreate,
  onBlur,
  ...props
}: ComboBoxProps) {
  const labelId = useId()
  const noteId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const chosen = options.find((option) => option.key === value)

  return (
    <div className="field type-ahead">
      <span className="label" id={labelId}>
        {label}
      </span>
      <div className="input-frame" data-invalid={error !== undefined || undefined}>
        <TypeAhead
          {...props}
          labelledBy={labelId}
          describedBy={error !== undefined || description !== undefined ? noteId : undefined}
          isInvalid={error !== undefined}
          query={typed ?? chosen?.label ?? ''}
          onQuery={(text) => {
            setTyped(text)
            if (text === '') onChange(null)
          }}
          suggestions={matching(options, typed ?? '').slice(0, 50)}
          onPick={(key) => {
            onChange(key)
            setTyped(null)
          }}
          onCreate={
            onCreate &&
            ((text) => {
              onCreate(text)
              setTyped(null)
            })
          }
          onBlur={() => {
            setTyped(null)
            onBlur?.()
          }}
        />
      </div>
      {description !== undefined && error === undefined && (
        <span className="field-note" id={noteId}>
          {description}
        </span>
      )}
      {error !== undefined && (
        <span className="field-error" id={noteId}>
          {error}
        </span>
      )}
    </div>
  )
}
