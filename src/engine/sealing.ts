import type { ContactFields } from '#core/caseload/contact'
import type { Draft } from '#core/caseload/repository/draft'
import type { OpenVault } from './session.ts'

type Sealed<F> = F | (F & { note: string; sealedNote: string })
type Sealer = Pick<OpenVault, 'sealNote' | 'openNote'>

/** The fields with their note sealed, when they ask for it: its text goes no further than this. */
export function sealing<F extends ContactFields | Draft>(vault: Sealer, fields: F): Sealed<F> {
  const { noteSealed, note = '' } = fields
  if (!noteSealed || note.trim() === '') return fields
  const sealed = vault.sealNote(new TextEncoder().encode(note))
  return { ...fields, note: '', sealedNote: Buffer.from(sealed).toString('base64') }
}

/** What was sealed; null when this session's key does not open it. */
export function openSealed(vault: Sealer, sealed: string): string | null {
  const opened = vault.openNote(Buffer.from(sealed, 'base64'))
  return opened && new TextDecoder().decode(opened)
}

/** A draft as its writer left it. */
export function openDraft(vault: Sealer, draft: Draft | null): Draft | null {
  if (!draft?.sealedNote) return draft
  const { sealedNote, ...fields } = draft
  return { ...fields, note: openSealed(vault, sealedNote) ?? '' }
}
