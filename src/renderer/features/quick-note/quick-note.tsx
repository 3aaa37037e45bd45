import { Suspense, use, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Named } from '../people/people-picker.tsx'
import { ContactForm } from './contact-form.tsx'
import { startNote, type NoteStart } from './note.ts'

type QuickNoteProps = {
  /** The note begins with this person. */
  person?: Named | null
  onSaved?: () => void
}

type Round = { number: number; start: NoteStart | Promise<NoteStart>; typed: string }

/** A new note éclair, or the draft left behind; after a save, the next one, with what was typed for it already. */
export function QuickNote({ person = null, onSaved }: QuickNoteProps) {
  const [round, setRound] = useState<Round>(() => ({ number: 0, start: startNote(person), typed: '' }))
  /** Read before it is shown: one form takes the place of the other at once, and no key pressed in between is lost. */
  const next = async (typed = () => '') => {
    const start = await startNote(person)
    flushSync(() => setRound(({ number }) => ({ number: number + 1, start, typed: typed() })))
  }
  return (
    <Suspense fallback={<div className="note-waiting" />}>
      <Started
        key={round.number}
        start={round.start}
        whoTyped={round.typed}
        onSaved={async (typed) => {
          // closing takes the whole form away; who types on is at the next note already
          if (onSaved && typed().trim() === '') onSaved()
          else await next(typed)
        }}
        onDrop={() => void next()}
      />
    </Suspense>
  )
}

type StartedProps = {
  start: Round['start']
  whoTyped: string
  onSaved: (typed: () => string) => Promise<void>
  onDrop: () => void
}

function Started({ start, ...props }: StartedProps) {
  return <ContactForm start={start instanceof Promise ? use(start) : start} {...props} />
}
