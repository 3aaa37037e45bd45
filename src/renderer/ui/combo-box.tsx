import { useId, useState } from 'react'
import type { FieldChrome } from './field.tsx'
import './field.css'
import { matching } from './matching.ts'
import { TypeAhead, type Suggestion } from './type-ahead.tsx'

type ComboBoxProps = FieldChrome & {
  value: string | null
  onChange: (value: string | null) => void
  onBlur?: () => void
  /** All of them: the field filters, without accents or case; with `asking`, those that answer what is typed. */
  options: readonly Suggestion[]
  asking?: {
    onQuery: (text: string) => void
    /** Whether what it offers is in sight. */
    onOpen: (isOpen: boolean) => void
    /** How the choice is named, whatever is typed. */
    chosenLabel: string
    /** The answer to the last query is still to come. */
    isLoading: boolean
  }
  /** Makes a new one of the text typed; the caller then sets `value`. */
  onCreate?: (text: string) => void
  placeholder?: string
  autoFocus?: boolean
  /** What is chosen is a person's alias: masked in discreet mode. */
  isName?: boolean
}

/** One choice in a long list, found by its first letters. Leaving it with an unknown text puts the choice back. */
export function ComboBox({
  label,
  description,
  error,
  value,
  onChange,
  options,
  asking,
  onCreate,
  onBlur,
  isName,
  ...props
}: ComboBoxProps) {
  const labelId = useId()
  const noteId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const chosenLabel = asking?.chosenLabel ?? options.find((option) => option.key === value)?.label ?? ''
  const type = (text: string | null) => {
    setTyped(text)
    asking?.onQuery(text ?? '')
  }

  return (
    <div className="field type-ahead" data-is-name={isName || undefined}>
      <span className="label" id={labelId}>
        {label}
      </span>
      <div className="input-frame" data-invalid={error !== undefined || undefined}>
        <TypeAhead
          {...props}
          labelledBy={labelId}
          describedBy={error !== undefined || description !== undefined ? noteId : undefined}
          isInvalid={error !== undefined}
          query={typed ?? chosenLabel}
          onQuery={(text) => {
            type(text)
            if (text === '') onChange(null)
          }}
          suggestions={asking ? options : matching(options, typed ?? '').slice(0, 50)}
          isLoading={asking?.isLoading}
          onOpen={asking?.onOpen}
          onPick={(key) => {
            onChange(key)
            type(null)
          }}
          onCreate={
            onCreate &&
            ((text) => {
              onCreate(text)
              type(null)
            })
          }
          onBlur={() => {
            type(null)
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
