import { join } from 'node:path'
import { failed, ok, type Result } from '#core/result'
import type { Steps } from '#core/steps'
import { judge, parseManifest, type Manifest } from '#core/updates/manifest'
import { hex } from '#core/vault/bytes'
import { FileFault, type FileFaultCode, type OpenFile } from '#core/vault/ports'
import type { Failure } from '#shared/contract'
import type { UpdatePlace } from '#shared/engine-protocol'
import { files } from '../adapters/files.ts'
import { signatures } from '../adapters/signatures.ts'
import { headLength, parseHead } from './container.ts'
import { parseSignature, verify, type PublicKey } from './minisign.ts'

type Refusal = Exclude<Failure<'updates.check'>, 'cancelled' | 'vault-locked' | 'worker-only'>

/** A package whose every byte was verified, in the program's own folder. */
export interface Checked {
  manifest: Manifest
  /** Of the copy. */
  path: string
}

const slice = 1024 * 1024

/**
 * Verifies the signature first, so that nothing of an unsigned file is more than read; then copies the package into the program's own
 * folder while digesting it: what is verified is the copy, which is what will be opened. A step is a MiB. Given up or refused, no
 * copy stays.
 */
export function* checking(
  { file, room, running }: UpdatePlace,
  keys: readonly PublicKey[],
  schema: number,
): Steps<Result<Checked, Refusal>> {
  if (keys.length === 0) return failed('update-key-missing')
  const opened = told('read', () => files.open(file, 'read'))
  if (!opened.ok) return opened
  const source = opened.value
  try {
    const signed = told('read', () => readSigned(source, keys))
    if (!signed.ok) return signed
    if (!signed.value.ok) return signed.value
    const { manifest, at } = signed.value.value
    const fit = judge(manifest, running, schema)
    if (!fit.ok) return fit
    const length = source.size() - at
    if (length !== manifest.size)
      return failed(length < manifest.size ? 'update-truncated' : 'update-altered')
    return yield* copying(source, at, manifest, room)
  } finally {
    source.close()
  }
}

type Signed = { manifest: Manifest; /** Where the package begins. */ at: number }

function readSigned(source: OpenFile, keys: readonly PublicKey[]): Result<Signed, Refusal> {
  const head = parseHead(source.read(0, headLength), source.size())
  if (!head.ok) return head
  const { manifest: manifestLength, signature: signatureLength } = head.value
  const bytes = source.read(headLength, manifestLength)
  const text = Buffer.from(source.read(headLength + manifestLength, signatureLength)).toString('utf8')
  const signature = parseSignature(text)
  if (signature === null) return failed('update-signature-bad')
  const verified = verify(bytes, signature, keys, signatures)
  if (!verified.ok) return verified
  const manifest = parseManifest(Buffer.from(bytes).toString('utf8'))
  return manifest.ok
    ? ok({ manifest: manifest.value, at: headLength + manifestLength + signatureLength })
    : manifest
}

function* copying(
  source: OpenFile,
  at: number,
  manifest: Manifest,
  room: string,
): Steps<Result<Checked, Refusal>> {
  const path = join(room, manifest.file)
  const part = `${path}.part`
  const opened = told('write', () => files.open(part, 'replace'))
  if (!opened.ok) return opened
  const copy = opened.value
  let isWhole = false
  try {
    const hash = signatures.blake2b512Of()
    const total = Math.ceil(manifest.size / slice)
    for (let done = 0; done < total; done++) {
      const bytes = told('read', () =>
        source.read(at + done * slice, Math.min(slice, manifest.size - done * slice)),
      )
      if (!bytes.ok) return bytes
      hash.update(bytes.value)
      const written = told('write', () => copy.write(done * slice, bytes.value))
      if (!written.ok) return written
      yield { done: done + 1, total }
    }
    if (hex(hash.digest()) !== manifest.blake2b) return failed('update-altered')
    const kept = told('write', () => copy.sync())
    if (!kept.ok) return kept
    isWhole = true
  } finally {
    copy.close()
    if (!isWhole) files.removeFile(part)
  }
  const named = told('write', () => files.rename(part, path))
  return named.ok ? ok({ manifest, path }) : named
}

/** Digests the copy again, just before it is handed over: nothing but this program writes there, yet it may have waited. */
export function* checkingAgain({ manifest, path }: Checked): Steps<Result<undefined, 'update-altered'>> {
  const opened = told('read', () => files.open(path, 'read'))
  if (!opened.ok) return failed('update-altered')
  const file = opened.value
  try {
    const hash = signatures.blake2b512Of()
    const total = Math.ceil(file.size() / slice)
    for (let done = 0; done < total; done++) {
      const bytes = told('read', () => file.read(done * slice, slice))
      if (!bytes.ok) return failed('update-altered')
      hash.update(bytes.value)
      yield { done: done + 1, total }
    }
    return hex(hash.digest()) === manifest.blake2b ? ok() : failed('update-altered')
  } finally {
    file.close()
  }
}

const reading: Record<FileFaultCode, 'update-missing' | 'no-permission'> = {
  missing: 'update-missing',
  exists: 'update-missing',
  'not-a-folder': 'update-missing',
  'no-permission': 'no-permission',
  'disk-full': 'update-missing',
  unreadable: 'update-missing',
  unwritable: 'update-missing',
}
const writing: Record<FileFaultCode, 'write-failed' | 'no-permission' | 'disk-full'> = {
  missing: 'write-failed',
  exists: 'write-failed',
  'not-a-folder': 'write-failed',
  'no-permission': 'no-permission',
  'disk-full': 'disk-full',
  unreadable: 'write-failed',
  unwritable: 'write-failed',
}
const codes = { read: reading, write: writing }

/** The disk's refusals, told of the file chosen (`read`) or of the program's own folder (`write`). */
function told<T, K extends keyof typeof codes>(
  kind: K,
  act: () => T,
): Result<T, (typeof codes)[K][FileFaultCode]> {
  try {
    return ok(act())
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault
    return failed(codes[kind][fault.code] as (typeof codes)[K][FileFaultCode])
  }
}
