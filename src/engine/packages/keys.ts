import type { StoreFailure } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import {
  isSameIdentity,
  ownKeysOf,
  safetyNumber,
  seedLength,
  wipeOwn,
  type Identity,
  type OwnKeys,
} from '#core/review/packages/identity'
import {
  correspondents,
  readIdentity,
  register,
  writeIdentity,
  type Correspondent,
} from '#core/review/repository/packages'
import { packageCrypto } from '../adapters/sodium-signing.ts'
import type { EnginePorts } from '../ports.ts'
import type { OpenVault } from '../session.ts'

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))

export const identityFrom = ({ boxKey, signKey }: { boxKey: string; signKey: string }): Identity => ({
  boxKey: fromBase64(boxKey),
  signKey: fromBase64(signKey),
})
export const keyTexts = ({ boxKey, signKey }: Identity) => ({
  boxKey: toBase64(boxKey),
  signKey: toBase64(signKey),
})

export const numberOf = (identity: Identity): string => safetyNumber(packageCrypto, identity)

/** Null until this notebook has keys. */
export function ownIdentity(vault: OpenVault): Identity | null {
  const row = readIdentity(vault)
  return row ? identityFrom(row) : null
}

/** Makes this notebook's keys the first time. Their seed is sealed like a note. */
export function ensureIdentity(
  vault: OpenVault,
  { clock }: Pick<EnginePorts, 'clock'>,
): Result<undefined, StoreFailure> {
  if (readIdentity(vault)) return ok()
  const seed = packageCrypto.randomBytes(seedLength)
  const own = ownKeysOf(packageCrypto, seed)
  const row = { ...keyTexts(own), sealedSeed: toBase64(vault.sealNote(seed)), madeAt: clock.now() }
  wipeOwn(own)
  seed.fill(0)
  return vault.transact((tx) => {
    writeIdentity(tx, row)
    return ok()
  })
}

/** Does something with the secret keys, which are wiped after. Null when there are none, or when this session's key does not open them. */
export function withOwnKeys<T>(vault: OpenVault, use: (own: OwnKeys) => T): T | null {
  const row = readIdentity(vault)
  const seed = row && vault.openNote(fromBase64(row.sealedSeed))
  if (!seed) return null
  const own = ownKeysOf(packageCrypto, seed)
  seed.fill(0)
  try {
    return use(own)
  } finally {
    wipeOwn(own)
  }
}

/** Whose key it is, when both halves of it are registered. */
export function correspondentOf(vault: OpenVault, identity: Identity): Correspondent | null {
  return correspondents(vault).find((known) => isSameIdentity(identityFrom(known), identity)) ?? null
}

export interface Naming {
  /** The one that was compared. */
  number: string
  name: string
  /** Another key known by that name gives its place. */
  replaces: boolean
}

/** Registers a key under a name, once its number was compared. */
export function registerKey(
  vault: OpenVault,
  identity: Identity,
  { number, name, replaces }: Naming,
  { clock, newId }: Pick<EnginePorts, 'clock' | 'newId'>,
): Result<undefined, 'number-differs' | 'key-differs' | StoreFailure> {
  if (numberOf(identity) !== number) return failed('number-differs')
  const taken = correspondents(vault).find((known) => known.name === name)
  if (taken && !isSameIdentity(identityFrom(taken), identity) && !replaces) return failed('key-differs')
  const row = { id: newId(), name, ...keyTexts(identity), registeredAt: clock.now() }
  return vault.transact((tx) => {
    register(tx, row)
    return ok()
  })
}
