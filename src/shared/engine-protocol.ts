import type { PackageKind, Running } from '#core/updates/manifest'
import type { Seen, SeenVaults } from '#shared/seen'
import type { CommandName, CommandsOf, EventName, Input, Payload, Reply } from '#shared/contract'

/** Where things are on disk, and how far they were. Known to main and to the engine; never told to the window. */
export type Places = {
  /** The vault's folder. */
  vault: string
  /** The folder chosen for releases; null until one is chosen. */
  releases: string | null
  /** The file chosen for the internal register; null until one is chosen. */
  registerFile: string | null
  /** The file chosen for an import; null until one is chosen. */
  importFile: string | null
  /** The folder chosen for the document about to be printed; null until one is chosen. */
  documents: string | null
  /** The file chosen for a new copy of the vault; null until one is chosen. */
  newBackup: string | null
  /** The copy chosen to be tried or restored; null until one is chosen. */
  backup: string | null
  /** The folder a copy is to be restored into; null until one is chosen. */
  restored: string | null
  /** The update chosen; null until one is chosen. */
  update: UpdatePlace | null
  /** The file chosen for this notebook's public card, and the card chosen to be registered; null until one is chosen. */
  newCard: string | null
  card: string | null
  /** The file chosen for a new review package, and the package chosen to be opened; null until one is chosen. */
  newPackage: string | null
  reviewPackage: string | null
  seen: SeenVaults
}

export type UpdatePlace = {
  /** The file chosen. */
  file: string
  /** A folder that only this program writes to, where the package is copied. */
  room: string
  running: Running
}

/** A package verified, for main to hand over to the system's installer. */
export type VerifiedPackage = { path: string; kind: PackageKind }

/** Messages from main to the engine process. Inputs are already parsed by the router. */
export type ToEngine =
  | {
      type: 'call'
      id: number
      name: CommandsOf<'engine'>
      input: Input<CommandsOf<'engine'>>
      places: Places
    }
  /** Answer to `print`; null when printing failed. */
  | { type: 'printed'; id: number; pdf: Uint8Array | null }
  /** Lock: checkpoint, write the CLEAN frame, wipe the keys, answer `closed`. The process is killed just after. */
  | { type: 'close' }

/** Messages from the engine process to main. */
export type FromEngine =
  | { type: 'ready' }
  | { type: 'reply'; id: number; reply: Reply<CommandName> }
  | { [N in EventName]: { type: 'event'; name: N; payload: Payload<N> } }[EventName]
  /** Prints a self-contained page to a tagged PDF: a release, or a document of the organization. */
  | { type: 'print'; id: number; html: string }
  /** Everything was verified and a copy of the vault made: main may install it, when the window asks. */
  | { type: 'update-ready'; package: VerifiedPackage }
  /** To be remembered outside the vault: counts, and nothing of what it holds. */
  | { type: 'seen'; seen: Seen }
  /** A bug: which command, the class of the error and where, never its message (it could quote the user). */
  | { type: 'bug'; command: string; error: string; frames: string[] }
  | { type: 'closed' }
