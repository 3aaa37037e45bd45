/** The exact switches of a packaged binary: they are flipped in its file and cannot be read from inside. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const config: unknown = parse(readFileSync(new URL('../electron-builder.yml', import.meta.url), 'utf8'))

test('a packaged binary runs Filigrane, and nothing else', () => {
  expect(config).toMatchObject({
    asar: true,
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    },
    // nothing is fetched or sent by the package itself
    publish: null,
    win: { target: 'nsis' },
    nsis: { perMachine: false },
    mac: { target: [{ target: 'dmg', arch: 'universal' }] },
    linux: { target: ['AppImage', 'deb'] },
  })
})
