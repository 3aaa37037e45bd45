import { Suspense, use, useState } from 'react'
import type { Named } from '../people/people-picker.tsx'
import { ContactForm } from './contact-form.tsx'
import { startNote, type NoteStart } from './note.ts'

type QuickNoteProps = {
  /** The note begins with this person. */
  person?: Named | null
  onSaved?: () => void
}

/** A new note éclair, or the draft left behind; after a save, the next one. */
export function QuickNote({ person = null, onSaved }: QuickNoteProps) {
  const [round, setRound] = useState(() => ({ number: 0, start: startNote(person) }))
  const next = () => setRound(({ number }) => ({ number: number + 1, start: startNote(person) }))
  return (
    <Suspense fallback={<div className="note-waiting" />}>
      <Started
        key={round.number}
        start={round.start}
        onSaved={() => {
          next()
          onSaved?.()
        }}
        onDrop={next}
      />
    </Suspense>
  )
}

type StartedProps = { start: Promise<NoteStart>; onSaved: () => void; onDrop: () => void }

function Started({ start, ...props }: StartedProps) {
  return <ContactForm start={use(start)} {...props} />
}
