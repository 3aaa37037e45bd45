import type { Steps } from '../steps.ts'
import { fillDraft, finishDraft, giveUp, type CheckpointReport, type Saved } from './checkpoint.ts'
import { collect } from './generations.ts'
import type { Image } from './image.ts'
import { deriveKeys, wipeKeys } from './keys.ts'
import { identityOf } from './manifest.ts'
import { beginDraft } from './pack.ts'
import { sizes } from './sizes.ts'
import { sealSlot, type NewSlot, type Slot } from './slots.ts'
import type { Vault } from './vault.ts'

/**
 * A new vault key, held by these slots and no other; every chunk sealed again under it; every older generation and pack removed.
 * Whoever had a slot that is not renewed is out, except of the copies made elsewhere.
 *
 * One step seals a few chunks. Between two steps the vault may be read, saved and checkpointed, under the old key. To give up: the
 * generator's `return()`, which leaves the vault as it was. `saved` is asked at the very end. Throws like `checkpoint`.
 */
export function* rekey(
  vault: Vault,
  image: Image,
  newSlots: readonly NewSlot[],
  saved: () => Saved,
): Steps<CheckpointReport> {
  const { crypto } = vault.ports
  const key = crypto.newKey()
  key.set(crypto.randomBytes(sizes.key))
  const draft = beginDraft(deriveKeys(crypto, key))
  const old = vault.keys
  try {
    const identity = identityOf(vault.header.vaultId)
    const wrapped = { vault: key, notes: vault.notesKey }
    const slots: Slot[] = []
    for (const slot of newSlots) slots.push(yield* sealSlot(crypto, identity, wrapped, slot))
    yield* fillDraft(vault, image, draft, 'purge')
    const made = finishDraft(vault, image, draft, { ...saved(), slots, purge: true })
    return { ...made, ...collect(vault) }
  } finally {
    giveUp(vault, draft)
    // given up or refused: the new keys go; done: what they replaced does
    wipeKeys(crypto, vault.keys === draft.keys ? old : draft.keys)
  }
}
