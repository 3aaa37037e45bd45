import type { Manifest, Running } from '#core/updates/manifest'
import { hex } from '#core/vault/bytes'
import { signatures } from '../adapters/signatures.ts'
import { packageCrypto } from '../adapters/sodium-signing.ts'
import { beginningOf } from '../updates/container.ts'

/** A key pair as minisign has them, made for one test. */
export interface SigningKey {
  /** The text of its public key file. */
  publicKey: string
  /** The text of the signature of these bytes. */
  sign(message: Uint8Array, trustedComment?: string): string
}

export function newSigningKey(): SigningKey {
  const id = packageCrypto.randomBytes(8)
  const { publicKey, secretKey } = packageCrypto.signPairOf(packageCrypto.randomBytes(32))
  const detached = (message: Uint8Array) => packageCrypto.sign(message, secretKey)
  return {
    publicKey: `untrusted comment: minisign public key\n${base64('Ed', id, publicKey)}\n`,
    sign(message, trustedComment = 'timestamp:1795000000\tfile:mise-a-jour') {
      const signature = detached(signatures.blake2b512(message))
      const global = detached(Buffer.concat([signature, Buffer.from(trustedComment)]))
      return [
        'untrusted comment: signature from minisign secret key',
        base64('ED', id, signature),
        `trusted comment: ${trustedComment}`,
        base64('', global),
        '',
      ].join('\n')
    },
  }
}

const base64 = (algorithm: string, ...parts: Uint8Array[]): string =>
  Buffer.concat([Buffer.from(algorithm), ...parts]).toString('base64')

export const running: Running = { version: '1.4.0', platform: 'linux', arch: 'x64', kind: 'deb' }

/** A manifest of that package that fits `running`, but for what is said instead. */
export function manifestOf(content: Uint8Array, instead: Partial<Manifest> = {}): Manifest {
  return {
    format: 1,
    version: '1.5.0',
    platform: 'linux',
    arch: 'x64',
    kind: 'deb',
    file: 'filigrane_1.5.0_amd64.deb',
    size: content.length,
    blake2b: hex(signatures.blake2b512(content)),
    notes: { fr: ['La recherche va plus vite.'], en: ['Search is faster.'] },
    schema: { oldest: 1, newest: 99 },
    ...instead,
  }
}

/** A whole update file. */
export function updateFile(content: Uint8Array, key: SigningKey, manifest: unknown = manifestOf(content)) {
  const bytes = Buffer.from(JSON.stringify(manifest))
  return Buffer.concat([beginningOf(bytes, Buffer.from(key.sign(bytes))), content])
}
