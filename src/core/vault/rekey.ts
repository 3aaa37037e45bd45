import type { Steps } from '../steps.ts'
import {
  commitDraft,
  discardDraft,
  writeChunk,
  type CheckpointReport,
  type Draft,
  type Saved,
} from './checkpoint.ts'
import type { ChunkRef } from './chunk.ts'
import { spareChunks } from './generations.ts'
import type { Image } from './image.ts'
import { deriveKeys, wipeKeys } from './keys.ts'
import { identityOf } from './manifest.ts'
import { sizes } from './sizes.ts'
import { sealSlot, type NewSlot } from './slots.ts'
import type { Vault } from './vault.ts'

/**
 * A new vault key, held by these slots and no other; every chunk sealed again under it; every older generation and chunk removed.
 * Whoever had a slot that is not renewed is out, except of the copies made elsewhere.
 *
 * One step seals one chunk. Between two steps the vault may be read, saved and checkpointed, under the old key. To give up: the
 * generator's `return()`, which leaves the vault as it was. `saved` is asked at the very end. Throws like `checkpoint`.
 */
export function* rekey(
  vault: Vault,
  image: Image,
  newSlots: readonly NewSlot[],
  saved: () => Saved,
): Steps<CheckpointReport> {
  const { crypto, files } = vault.ports
  const key = crypto.newKey()
  key.set(crypto.randomBytes(sizes.key))
  const draft: Draft = { keys: deriveKeys(crypto, key), chunks: [], paths: [] }
  const old = vault.keys
  const sparing = spareChunks(vault, [])
  try {
    const identity = identityOf(vault.header.vaultId)
    const wrapped = { vault: key, notes: vault.notesKey }
    const slots = newSlots.map((slot) => sealSlot(crypto, identity, wrapped, slot))
    const sealedFrom: ChunkRef[] = []
    for (let place = 0; place < vault.list.chunks.length; place++) {
      const ref = vault.list.chunks[place]
      if (ref) sealedFrom[place] = ref
      sparing.add(writeChunk(vault, draft, place, image.chunk(place)))
      yield { done: place + 1, total: vault.list.chunks.length }
    }
    sparing.release()
    for (const place of changedSince(vault, image, sealedFrom))
      writeChunk(vault, draft, place, image.chunk(place))
    return commitDraft(vault, image, draft, { ...saved(), slots, purge: true })
  } finally {
    sparing.release()
    // given up or refused: the draft goes; done: what it replaced does
    if (vault.keys === draft.keys) wipeKeys(crypto, old)
    else {
      discardDraft(files, draft)
      wipeKeys(crypto, draft.keys)
    }
  }
}

/** Places written to since they were sealed, whether still to be saved or checkpointed in the meantime. */
function changedSince({ list }: Vault, image: Image, sealedFrom: readonly ChunkRef[]): Set<number> {
  const places = new Set(image.dirty().map(({ place }) => place))
  list.chunks.forEach((ref, place) => {
    if (sealedFrom[place] !== ref) places.add(place)
  })
  return places
}
