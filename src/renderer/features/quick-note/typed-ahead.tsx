import { useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'

/** The keys pressed while a note is being saved, which takes as long as the disk does: they belong to the next one. */
export interface TypedAhead {
  isSaving: boolean
  /** Where they go meanwhile, whatever the keyboard makes of them: to be drawn inside the form. */
  field: ReactNode
  /** From here on, nothing typed reaches the note; said again, it goes on. */
  begin: () => void
  /** As far as it is typed. */
  text: () => string
  /** The note, if it was being saved, is not: what is typed goes to it again, and what was waits for the next one. */
  giveUp: () => void
}

export function useTypedAhead(): TypedAhead {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [waiting, setWaiting] = useState('')
  /** Where the focus was; null while nothing is being saved. */
  const before = useRef<Element | null>(null)
  const [isSaving, setSaving] = useState(false)
  const text = () => input.current?.value ?? waiting
  return {
    isSaving,
    text,
    field: isSaving && (
      <input
        ref={input}
        className="typed-ahead"
        tabIndex={-1}
        aria-label={t('contacts.typedAhead')}
        defaultValue={waiting}
        maxLength={200}
      />
    ),
    begin() {
      if (before.current !== null) return
      before.current = document.activeElement ?? document.body
      flushSync(() => setSaving(true))
      input.current?.focus({ preventScroll: true })
    },
    giveUp() {
      if (before.current === null) return
      setWaiting(text())
      setSaving(false)
      if (before.current instanceof HTMLElement) before.current.focus()
      before.current = null
    },
  }
}
