import type { ContactFields } from '#core/caseload/contact'
import type { Change } from '#core/caseload/changes'
import type { PersonFields } from '#core/caseload/person'
import type { Draft } from '#core/caseload/repository/draft'
import { failed, ok, type Result } from '#core/result'
import type { OpenVault, Session } from './session.ts'

type Sealed<F> = F | (F & { note: string; sealedNote: string })
type Sealer = Pick<OpenVault, 'sealNote' | 'openNote'>

/** A text sealed for the worker, in base64. */
export const sealText = (vault: Sealer, text: string): string =>
  Buffer.from(vault.sealNote(new TextEncoder().encode(text))).toString('base64')

/** The fields with their note sealed, when they ask for it: its text goes no further than this. */
export function sealing<F extends ContactFields | Draft>(vault: Sealer, fields: F): Sealed<F> {
  const { noteSealed, note = '' } = fields
  if (!noteSealed || note.trim() === '') return fields
  return { ...fields, note: '', sealedNote: sealText(vault, note) }
}

/** The same for a person’s safety note. */
export function sealingSafety<F extends PersonFields>(vault: Sealer, fields: F) {
  const { safetyNoteSealed, safetyNote } = fields
  if (!safetyNoteSealed || safetyNote.trim() === '') return fields
  return { ...fields, safetyNote: '', sealedSafetyNote: sealText(vault, safetyNote) }
}

/** What was sealed, each line by itself; null when this session's key does not open it. */
export function openSealed(vault: Sealer, sealed: string): string | null {
  const texts = sealed.split('\n').map((line) => vault.openNote(Buffer.from(line, 'base64')))
  if (!texts.every((text) => text !== null)) return null
  return texts.map((text) => new TextDecoder().decode(text)).join('\n\n')
}

/** A draft as its writer left it. */
export function openDraft(vault: Sealer, draft: Draft | null): Draft | null {
  if (!draft?.sealedNote) return draft
  const { sealedNote, ...fields } = draft
  return { ...fields, note: openSealed(vault, sealedNote) ?? '' }
}

/** A record whose text may be sealed, as it was before it is saved and as it is to be. */
interface Sealable {
  wasSealed: boolean
  wasPlain: boolean
  isToSeal: boolean
  /** A draft of it stands in plain: it goes too. */
  hasPlainDraft?: boolean
  /** The acts that could bring its text back. */
  isAbout: (change: Change, id: string) => boolean
}

/**
 * What is left to do once it is saved: undone, a sealing or an opening for good would bring back a text that a sealed note must not leave
 * behind; and a text sealed after it was written in plain is still in older generations and in the index.
 */
export async function afterSaving<F extends string>(
  session: Session,
  { vault, history }: NonNullable<ReturnType<Session['current']>>,
  { wasSealed, wasPlain, isToSeal, hasPlainDraft = false, isAbout }: Sealable,
  saved: Result<{ id: string; isUndoable: boolean }, F>,
): Promise<Result<{ id: string; isUndoable: boolean }, F | 'sealed-copies-remain'>> {
  if (!saved.ok) return saved
  const { id, isUndoable } = saved.value
  const isFinal = isToSeal ? wasPlain : wasSealed
  if (isFinal) history.forget((change) => isAbout(change, id))
  const leavesPlain = isToSeal && (wasPlain || hasPlainDraft)
  if (leavesPlain && !(await eraseOlder(session, vault))) return failed('sealed-copies-remain')
  return ok({ id, isUndoable: isUndoable && !isFinal })
}

/** Everything older than now, as for an erasure. False when something could not be removed. */
export async function eraseOlder(session: Session, vault: OpenVault): Promise<boolean> {
  const erased = await session.acts.runUntold(vault.eraseDeleted())
  return erased.ok && erased.value.leftBehind === 0
}
