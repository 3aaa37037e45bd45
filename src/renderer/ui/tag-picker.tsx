import { X } from 'lucide-react'
import { useEffectEvent, useId, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldChrome } from './field.tsx'
import './field.css'
import { matching } from './matching.ts'
import { Name } from './name.tsx'
import { TypeAhead, type Suggestion } from './type-ahead.tsx'

export type Tag = { key: string; label: string; isName?: boolean; tone?: 'plain' }

type TagPickerProps = FieldChrome & {
  tags: readonly Tag[]
  onRemove: (key: string) => void
  onPick: (key: string) => void
  /** Answering false, that nothing was made, puts the text back. */
  onCreate?: ((text: string) => void | Promise<boolean>) | undefined
  /** Filtered here for what is typed, unless `onQuery` is given: then the caller answers each query. */
  suggestions: readonly Suggestion[]
  onQuery?: (query: string) => void
  /** Whether what it offers is in sight. */
  onOpen?: (isOpen: boolean) => void
  /** A text left in the input when leaving it becomes a tag too: for free lists, where forgetting Enter would lose it. */
  createOnLeave?: boolean
  /** The answer to the last query is still to come: Enter waits for it. */
  isLoading?: boolean
  /** Whether an Enter waits for it. */
  onWaiting?: (isWaiting: boolean) => void
  /** Keys offered even once chosen: they count. */
  keptSuggestions?: readonly string[]
  placeholder?: string | undefined
  /** What the input begins with, as if it had just been typed. */
  typed?: string | undefined
  autoFocus?: boolean | undefined
  /** What is typed may be a person's name: masked in discreet mode, but while it is being typed. */
  isName?: boolean
  /** A control after the input, inside the frame. */
  after?: ReactNode
}

/**
 * Several choices as chips before one input, one stop for the Tab key. Backspace or the left arrow in the empty input
 * reaches the chips; Delete, Backspace or Enter removes the one in focus.
 */
export function TagPicker(all: TagPickerProps) {
  const {
    label,
    description,
    error,
    tags,
    onRemove,
    onQuery,
    suggestions,
    keptSuggestions = [],
    createOnLeave = false,
    typed = '',
    isName = false,
    ...props
  } = all
  const { t } = useTranslation()
  const labelId = useId()
  const noteId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState(typed)

  const ask = (text: string) => {
    setQuery(text)
    onQuery?.(text)
  }
  const create = async (text: string) => {
    const making = props.onCreate?.(text)
    ask('')
    if ((await making) === false) ask(text)
  }
  const taken = new Set(tags.map((tag) => tag.key))
  const free = suggestions.filter(({ key }) => !taken.has(key) || keptSuggestions.includes(key))
  const chipButtons = () => [...(frame.current?.querySelectorAll<HTMLElement>('.chip > button') ?? [])]
  const input = () => frame.current?.querySelector('input')
  // where one would be after typing it: a field that takes the focus with its text begins before it, and it takes it in its own effect
  const putCursorAfter = useEffectEvent(() => {
    if (typed !== '') input()?.setSelectionRange(typed.length, typed.length)
  })
  useEffect(() => putCursorAfter(), [])
  const onChipKey = (event: KeyboardEvent, index: number, key: string) => {
    const buttons = chipButtons()
    if (event.key === 'ArrowLeft') buttons[index - 1]?.focus()
    else if (event.key === 'ArrowRight') (buttons[index + 1] ?? input())?.focus()
    else if (event.key === 'Backspace' || event.key === 'Delete') {
      onRemove(key)
      ;(buttons[index - 1] ?? input())?.focus()
    } else return
    event.preventDefault()
  }

  return (
    <div className="field type-ahead" data-is-name={isName || undefined}>
      <span className="label" id={labelId}>
        {label}
      </span>
      {/* a click beside the input is meant for it; the keyboard has the input itself */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className="input-frame chips"
        ref={frame}
        data-invalid={error !== undefined || undefined}
        onClick={(event) => {
          if (event.target === event.currentTarget) input()?.focus()
        }}
      >
        {tags.map((tag, index) => (
          <span key={tag.key} className="chip" data-tone={tag.tone}>
            {tag.isName ? <Name>{tag.label}</Name> : tag.label}
            <button
              type="button"
              tabIndex={-1}
              aria-label={t('form.removeTag', { label: tag.label })}
              onClick={() => {
                onRemove(tag.key)
                input()?.focus()
              }}
              onKeyDown={(event) => onChipKey(event, index, tag.key)}
            >
              <X size={14} aria-hidden />
            </button>
          </span>
        ))}
        <TypeAhead
          {...props}
          placeholder={tags.length === 0 ? props.placeholder : undefined}
          labelledBy={labelId}
          describedBy={error !== undefined || description !== undefined ? noteId : undefined}
          isInvalid={error !== undefined}
          query={query}
          beginsOpen={typed !== ''}
          onQuery={ask}
          suggestions={onQuery ? free : matching(free, query)}
          onPick={(key) => {
            props.onPick(key)
            ask('')
          }}
          onCreate={props.onCreate && ((text) => void create(text))}
          onBlur={() => {
            if (createOnLeave && query.trim() !== '') void create(query.trim())
          }}
          onBackspace={() => chipButtons().at(-1)?.focus()}
        />
        {props.after}
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
