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

type Round = { number: number; start: NoteStart | Promise<NoteStart> }

/** A new note éclair, or the draft left behind; after a save, the next one. */
export function QuickNote({ person = null, onSaved }: QuickNoteProps) {
  const [round, setRound] = useState<Round>(() => ({ number: 0, start: startNote(person) }))
  /** Read before it is shown: one form takes the place of the other at once, and no key pressed in between is lost. */
  const next = async () => {
    const start = await startNote(person)
    flushSync(() => setRound(({ number }) => ({ number: number + 1, start })))
  }
  return (
    <Suspense fallback={<div className="note-waiting" />}>
      <Started
        key={round.number}
        start={round.start}
        onSaved={async () => {
          // closing takes the whole form away
          if (onSaved) onSaved()
          else await next()
        }}
        onDrop={() => void next()}
      />
    </Suspense>
  )
}

type StartedProps = {
  start: Round['start']
  onSaved: () => Promise<void>
  onDrop: () => void
}

function Started({ start, ...props }: StartedProps) {
  return <ContactForm start={start instanceof Promise ? use(start) : start} {...props} />
}
