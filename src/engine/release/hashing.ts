import { createHash } from 'node:crypto'
import type { Hashing } from '#core/statistics/publication'
import { crypto } from '../adapters/sodium.ts'

export const hashing: Hashing = {
  sha256: (content) => createHash('sha256').update(content).digest('hex'),
  newKey: () => crypto.randomBytes(32),
  pseudonymsUnder: (key) => (personId) => {
    const digest = crypto.hash(Buffer.from(personId), key)
    return Buffer.from(digest).readUIntBE(0, 6)
  },
}
