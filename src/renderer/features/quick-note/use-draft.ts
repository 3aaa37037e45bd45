import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ask, failureOf } from '../../client.ts'
import { announceFailure } from '../../toasts.ts'
import { fieldsOf, isWorthKeeping, type Note, type NoteStart } from './note.ts'

const EVERY = 2000

const onScreen = new Set<() => void>()
/** Asked before a lock, which does not wait for the answer: the engine does it before it closes. */
export const keepDraftsNow = (): void => onScreen.forEach((keep) => keep())

/**
 * Keeps the note, encrypted, every two seconds while it changes and when its screen closes. A failure is told once: the
 * text stays on screen and the next two seconds try again.
 */
export function useDraft(note: Note, start: NoteStart): { isKept: boolean; drop: () => Promise<void> } {
  // a note nobody has touched is not a draft
  const [kept, setKept] = useState(start.note)
  const [isDropped, setDropped] = useState(false)
  // at once: a busy window may draw late, and the clock would keep again the note just saved
  const isOver = useRef(false)
  const isActive = start.keepsDraft && !isDropped
  const [hasFailed, setFailed] = useState(false)

  const keep = useEffectEvent(async () => {
    if (!isActive || isOver.current || kept === note) return
    const current = note
    try {
      await ask('draft.keep', isWorthKeeping(current) ? fieldsOf(current) : null)
      setKept(current)
      setFailed(false)
    } catch (error) {
      if (!hasFailed) announceFailure(failureOf(error))
      setFailed(true)
    }
  })
  useEffect(() => {
    const keepNow = () => void keep()
    const timer = setInterval(keepNow, EVERY)
    onScreen.add(keepNow)
    return () => {
      clearInterval(timer)
      onScreen.delete(keepNow)
      keepNow()
    }
  }, [])

  return {
    isKept: isActive && kept === note && (note === start.note ? start.isRestored : isWorthKeeping(note)),
    drop: async () => {
      isOver.current = true
      setDropped(true)
      try {
        if (start.keepsDraft) await ask('draft.keep', null)
      } catch (error) {
        // the note is saved all the same: what comes next must come
        announceFailure(failureOf(error))
      }
    },
  }
}
