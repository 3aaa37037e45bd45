/** Updates signed with a key of the test, and a copy of the built app that trusts that key: its package's own key file, replaced. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '#core/updates/manifest'
import { manifestOf, newSigningKey, updateFile } from '../../src/engine/testing/update-file.ts'
import { BUILT } from '../electron.ts'

export interface Publisher {
  /** Folder of the app that trusts this publisher. */
  app: string
  /** Writes an update there; answers what its package holds. */
  publish(file: string, manifest?: Partial<Manifest>): Buffer
}

export function newPublisher(folder: string): Publisher {
  const key = newSigningKey()
  const app = join(folder, 'app')
  mkdirSync(join(app, 'resources'), { recursive: true })
  for (const name of ['out', 'package.json']) cpSync(join(BUILT, name), join(app, name), { recursive: true })
  symlinkSync(join(BUILT, 'node_modules'), join(app, 'node_modules'))
  writeFileSync(join(app, 'resources', 'update-key.pub'), key.publicKey)
  return {
    app,
    publish(file, manifest = {}) {
      const content = Buffer.alloc(3_000_000, 'Filigrane, paquet fictif. ')
      const notes = {
        fr: ['La recherche va plus vite.', 'Les suivis d’une semaine s’impriment sur une page.'],
        en: ['Search is faster.', 'A week’s follow-ups print on one page.'],
      }
      writeFileSync(
        file,
        updateFile(
          content,
          key,
          manifestOf(content, { version: '9.0.0', arch: archHere(), notes, ...manifest }),
        ),
      )
      return content
    },
  }
}

const archHere = (): Manifest['arch'] => (process.arch === 'arm64' ? 'arm64' : 'x64')
