import { Plus } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Name } from './name.tsx'
import './select.css'

export type Suggestion = {
  key: string
  label: string
  /** Shown at the right, quieter. */
  hint?: string
  /** The label is a person's alias: masked in discreet mode. */
  isName?: boolean
  /** The hint is another of her aliases. */
  isHintName?: boolean
}

type TypeAheadProps = {
  query: string
  /** The text was typed already, before the field was drawn. */
  beginsOpen?: boolean
  onQuery: (query: string) => void
  /** Whether what it offers is in sight. */
  onOpen?: ((isOpen: boolean) => void) | undefined
  /** Already filtered for the query, best first: Enter takes the first one. */
  suggestions: readonly Suggestion[]
  onPick: (key: string) => void
  /** Offers to make something new of the text when it is nobody's exact label. */
  onCreate?: ((text: string) => void) | undefined
  /** The suggestions answer an older query: Enter waits for the next ones. */
  isLoading?: boolean | undefined
  /** Whether an Enter waits for them: what it will take is not there yet. Without it, the form is not saved meanwhile. */
  onWaiting?: ((isWaiting: boolean) => void) | undefined
  /** Left arrow or Backspace at the start of an empty input: for chips before it. */
  onBackspace?: () => void
  onBlur?: (() => void) | undefined
  placeholder?: string | undefined
  labelledBy: string
  describedBy?: string | undefined
  isInvalid?: boolean
  autoFocus?: boolean | undefined
}

const CREATE = '\u0000create'

/**
 * An input with its list of suggestions (WAI-ARIA combobox). react-aria's ComboBox does not focus the first match while
 * typing; here two letters and Enter must be enough. Tab takes the match too, and moves on.
 */
export function TypeAhead(props: TypeAheadProps) {
  const { query, suggestions, onPick, onCreate, onBlur } = props
  const { t } = useTranslation()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(props.beginsOpen ?? false)
  const [active, setActive] = useState<number | null>(null)
  const [isEntering, setEntering] = useState(false)

  const text = query.trim()
  const known = suggestions.some(({ label }) => label.toLowerCase() === text.toLowerCase())
  const offers: readonly Suggestion[] =
    onCreate && text !== '' && !known
      ? [...suggestions, { key: CREATE, label: t('form.create', { text }) }]
      : suggestions
  // while typing, the first one is at hand; before, nothing is
  const current = active ?? (text === '' ? -1 : 0)
  const chosen = open || isEntering ? offers[current] : undefined

  const close = () => {
    setEntering(false)
    setOpen(false)
    setActive(null)
  }
  const pick = (key: string) => {
    if (key === CREATE) onCreate?.(text)
    else onPick(key)
    close()
  }
  const move = (event: KeyboardEvent, step: number) => {
    event.preventDefault()
    if (!open) setOpen(true)
    else if (offers.length > 0) setActive((current + step + offers.length) % offers.length)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Ctrl+Enter saves the form: the field finishes what it would finish when left
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (!isEntering) onBlur?.()
      else if (!props.onWaiting) event.stopPropagation()
    }
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown') move(event, 1)
    if (event.key === 'ArrowUp') move(event, -1)
    if (event.key === 'Enter') {
      event.preventDefault()
      if (props.isLoading) setEntering(true)
      else if (chosen) pick(chosen.key)
    }
    if (
      event.key === 'Tab' &&
      !event.shiftKey &&
      chosen &&
      chosen.key !== CREATE &&
      text !== '' &&
      !props.isLoading
    )
      pick(chosen.key)
    if (event.key === 'Escape' && open) {
      event.stopPropagation()
      close()
    }
    if ((event.key === 'Backspace' || event.key === 'ArrowLeft') && query === '') props.onBackspace?.()
  }

  const enter = useEffectEvent(() => {
    if (chosen) pick(chosen.key)
    else setEntering(false)
    if (document.activeElement !== input.current) onBlur?.()
  })
  const tellWaiting = useEffectEvent((isWaiting: boolean) => props.onWaiting?.(isWaiting))
  useEffect(() => tellWaiting(isEntering), [isEntering])
  const tellOpen = useEffectEvent((isOpen: boolean) => props.onOpen?.(isOpen))
  useEffect(() => tellOpen(open), [open])
  const isShown = open && (offers.length > 0 || text !== '')
  const list = useRef<HTMLDivElement>(null)
  // in the top layer, hung from the field by CSS: it follows when the page scrolls, and stays inside its dialog
  useEffect(() => void list.current?.togglePopover(isShown), [isShown])

  const isReady = isEntering && !props.isLoading
  useEffect(() => {
    // Enter was pressed before the answer came
    // oxlint-disable-next-line react/set-state-in-effect
    if (isReady) enter()
  }, [isReady])

  return (
    <>
      <input
        ref={input}
        role="combobox"
        aria-expanded={isShown}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={isShown && chosen ? `${listId}-${current}` : undefined}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-invalid={props.isInvalid || undefined}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        placeholder={props.placeholder}
        autoFocus={props.autoFocus}
        value={query}
        onChange={(event) => {
          props.onQuery(event.target.value)
          setOpen(true)
          setActive(null)
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // an Enter that waits for its answer is still honoured: the field is left once it has come
          if (isEntering) return setOpen(false)
          close()
          onBlur?.()
        }}
      />
      <div
        ref={list}
        id={listId}
        popover="manual"
        role="listbox"
        aria-label={t('form.suggestions')}
        className="popover options suggestions"
      >
        {isShown &&
          offers.map((offer, index) => (
            <Offer
              key={offer.key}
              id={`${listId}-${index}`}
              isActive={index === current}
              isPointed={index === active}
              onHover={() => setActive(index)}
              onPick={() => pick(offer.key)}
            >
              {offer.key === CREATE && <Plus size={15} aria-hidden />}
              {offer.isName ? <Name>{offer.label}</Name> : offer.label}
              {offer.hint !== undefined && (
                <span className="option-hint">
                  {offer.isHintName ? <Name>{offer.hint}</Name> : offer.hint}
                </span>
              )}
            </Offer>
          ))}
        {isShown && offers.length === 0 && (
          <div className="option-empty" role="option" aria-selected="false" aria-disabled="true">
            {t('form.noMatch')}
          </div>
        )}
      </div>
    </>
  )
}

type OfferProps = {
  id: string
  isActive: boolean
  /** Reached by an arrow key or the pointer: the first one is active without. */
  isPointed: boolean
  onHover: () => void
  onPick: () => void
  children: ReactNode
}

function Offer({ id, isActive, isPointed, onHover, onPick, children }: OfferProps) {
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // the keyboard is handled by the input, which keeps the focus
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className="option"
      data-active={isActive || undefined}
      data-pointed={isPointed || undefined}
      onPointerMove={onHover}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {children}
    </div>
  )
}
