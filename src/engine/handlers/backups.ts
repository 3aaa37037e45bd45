import { existsSync } from 'node:fs'
import { dirname, isAbsolute, relative } from 'node:path'
import { forgetBackups, knownBackup, rememberBackup } from '#core/copies/backups'
import { countRecords } from '#core/copies/holding'
import { storeFailures, type StoreFailure } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import type { Steps } from '#core/steps'
import { hex } from '#core/vault/bytes'
import type { VaultFailure } from '#core/vault/fault'
import type { Failure, Handlers } from '#shared/contract'
import type { Backup, CopySecret, Holding } from '#shared/contract/security'
import { digestOf, sizeOf } from '../copies/backup-file.ts'
import { listBackups, seen } from '../copies/known-backups.ts'
import type { EnginePorts } from '../ports.ts'
import { saidOf } from '../recovery-sheet.ts'
import type { OpenVault, Session } from '../session.ts'
import type { StoreOpening } from '../store.ts'
import { actOf, stepsOf } from '../store/long-act.ts'
import { rehearsalPlace } from '../store/rehearsal-place.ts'

type BackupHandlers = Pick<
  Handlers<'engine'>,
  'backups.list' | 'backups.make' | 'backups.verify' | 'backups.rehearse' | 'backups.forget' | 'restore.run'
>

/** Copies of the vault: made, checked, tried, and restored from the lock screen. */
export function backupHandlers(session: Session, ports: EnginePorts): BackupHandlers {
  return {
    'backups.list': () => {
      const vault = session.current()?.vault
      return vault ? ok(listBackups(vault)) : failed('vault-locked')
    },
    'backups.make': async ({ act }) => {
      const vault = session.current()?.vault
      const { vault: folder, newBackup: path } = ports.places()
      if (!vault) return failed('vault-locked')
      if (path === null) return failed('cancelled')
      if (isInside(folder, path)) return failed('backup-inside-vault')
      const made = await session.acts.run(act, actOf(making(vault, path, ports)))
      if (made.ok) session.changed()
      return made
    },
    'backups.verify': async ({ act, id }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const known = knownBackup(vault, id)
      if (!known) return failed('not-found')
      const digest = await session.acts.run(act, actOf(digestOf(known.path)))
      if (!digest.ok) return digest
      return digest.value === known.digest ? ok() : failed('backup-damaged')
    },
    'backups.rehearse': async ({ act, id, secret }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const places = ports.places()
      const file = id === undefined ? places.backup : knownBackup(vault, id)?.path
      if (file === undefined) return failed('not-found')
      if (file === null) return failed('cancelled')
      const wanted = { file, folder: rehearsalPlace(places.vault), secret: openingOf(secret) }
      const tried = await session.acts.run(act, ports.vaults.rehearse(wanted, countRecords))
      if (!tried.ok) return failed(triedFailure(tried.failure, file, secret))
      const { vaultId, sequence, lastSavedAt, found } = tried.value
      if (vaultId !== vault.id) return failed('backup-of-other')
      return ok({ copy: { sequence, lastSavedAt, ...found }, today: holdingOf(vault) })
    },
    'backups.forget': ({ id }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      if (!knownBackup(vault, id)) return failed('not-found')
      const forgotten = vault.transact((tx) => {
        forgetBackups(tx, [id])
        return ok()
      })
      if (forgotten.ok) session.changed()
      return forgotten
    },
    'restore.run': async ({ act, secret }) => {
      const { backup: file, restored: folder } = ports.places()
      if (file === null || folder === null) return failed('cancelled')
      const wanted = { file, folder, secret: openingOf(secret) }
      const restored = await session.acts.run(act, ports.vaults.restore(wanted))
      if (restored.ok) {
        const { vaultId, generation, sequence, savedAt } = restored.value
        // older than the vault it is a copy of, and meant to be
        ports.remember({ id: hex(vaultId), generation, sequence })
        return ok({ lastSavedAt: savedAt })
      }
      const { failure } = restored
      if (failure === 'cancelled' || failure === 'already-exists' || failure === 'vault-missing')
        return failed(failure)
      return failed(triedFailure(failure, file, secret))
    },
  }
}

/** Written, read back, then digested from the disk and put on the list. */
function* making(
  vault: OpenVault,
  path: string,
  { clock, newId }: EnginePorts,
): Steps<Result<Backup, Exclude<Failure<'backups.make'>, 'cancelled' | 'vault-locked'>>> {
  const written = yield* stepsOf(vault.backUp(path))
  if (!written.ok) return failed(makingFailure(written.failure, path))
  const digest = yield* digestOf(path)
  const size = sizeOf(path)
  if (!digest.ok || size === null) return failed('backup-failed')
  const known = {
    id: newId(),
    path,
    madeAt: clock.now(),
    sequence: written.value.sequence,
    size,
    digest: digest.value,
    keyMark: vault.keyMark(),
  }
  const remembered = vault.transact((tx) => {
    rememberBackup(tx, known)
    return ok()
  })
  return remembered.ok ? ok(seen(known, known.keyMark)) : remembered
}

function makingFailure(
  failure: VaultFailure | StoreFailure,
  path: string,
): StoreFailure | 'no-permission' | 'backup-place-missing' | 'backup-failed' {
  if (failure === 'no-permission' || isStoreFailure(failure)) return failure
  return existsSync(dirname(path)) ? 'backup-failed' : 'backup-place-missing'
}

function isStoreFailure(failure: VaultFailure | StoreFailure): failure is StoreFailure {
  return storeFailures.some((expected) => expected === failure)
}

function triedFailure(failure: VaultFailure | 'cancelled', file: string, { kind }: CopySecret) {
  return failure === 'cancelled' ? failure : saidOf(copyFailure(failure, file), kind)
}

/** The vault's word for what was refused, said of a copy. */
function copyFailure(failure: VaultFailure, file: string) {
  switch (failure) {
    case 'not-a-vault':
      return 'not-a-backup'
    case 'vault-too-new':
      return 'backup-too-new'
    case 'disk-unreadable':
      return 'backup-unreadable'
    case 'vault-damaged':
      return sizeOf(file) === null ? 'backup-missing' : 'backup-damaged'
    case 'vault-in-use':
    case 'vault-missing':
    case 'already-exists':
      return 'write-failed'
    case 'disk-full':
    case 'no-permission':
    case 'recovery-words-invalid':
    case 'write-failed':
    case 'wrong-passphrase':
      return failure
  }
}

/** The words also set a passphrase, on a copy that will be opened again with its own: here, the words themselves. */
function openingOf(secret: CopySecret): StoreOpening['secret'] {
  return secret.kind === 'passphrase'
    ? secret
    : { kind: 'recovery', words: secret.words, newPassphrase: secret.words }
}

function holdingOf(vault: OpenVault): Holding {
  return { sequence: vault.sequence(), lastSavedAt: vault.lastSavedAt(), ...countRecords(vault) }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}
