/** An installer becomes an update file that the program takes, with minisign itself where the system has it. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newSigningKey } from '../src/engine/testing/update-file.ts'

const root = dirname(import.meta.dirname)
let folder: string
const at = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'update-file-'))
  writeFileSync(at('Filigrane Setup 0.1.0.exe'), 'un installateur fictif')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function run(command: string, options: Record<string, string>) {
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  const script = ['--import', join(root, '.dev', 'raw-modules.mjs'), join(root, '.dev', 'update-file.ts')]
  return spawnSync(process.execPath, [...script, command, ...args], { cwd: root, encoding: 'utf8' })
}
function manifest(): void {
  const said = run('manifest', {
    package: at('Filigrane Setup 0.1.0.exe'),
    platform: 'win32',
    arch: 'x64',
    notes: join(root, 'docs', 'release-notes', '0.1.0.json'),
    out: at('manifest.json'),
  })
  expect(said.stderr).toBe('')
}
const pack = () =>
  run('pack', {
    package: at('Filigrane Setup 0.1.0.exe'),
    manifest: at('manifest.json'),
    signature: at('manifest.json.minisig'),
    keys: at('key.pub'),
    out: at('a.filigrane-maj'),
  })

test('made, signed, packed, and accepted by the program’s own verification', () => {
  const key = newSigningKey()
  writeFileSync(at('key.pub'), key.publicKey)
  manifest()
  writeFileSync(at('manifest.json.minisig'), key.sign(readFileSync(at('manifest.json'))))
  expect(pack().status).toBe(0)
  expect(readFileSync(at('a.filigrane-maj')).subarray(0, 8).toString()).toBe('FILMAJ01')

  // signed with a key that the program does not have: no file
  writeFileSync(at('key.pub'), newSigningKey().publicKey)
  const refused = pack()
  expect(refused.stderr).toContain('update-other-key')
  expect(refused.status).not.toBe(0)
  expect(existsSync(at('a.filigrane-maj'))).toBe(false)
})

test('nothing is packaged that could verify no update', () => {
  writeFileSync(at('key.pub'), newSigningKey().publicKey)
  expect(run('keys', { keys: at('key.pub') }).status).toBe(0)
  writeFileSync(at('key.pub'), 'untrusted comment: none yet\n')
  const refused = run('keys', { keys: at('key.pub') })
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('ne contient aucune clé')
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  expect(scripts['prepackage']).toBe('npm run update-file -- keys')
})

const hasMinisign = spawnSync('minisign', ['-v']).status === 0
test.runIf(hasMinisign)('signed with minisign', () => {
  const sign = (...args: string[]) =>
    expect(spawnSync('minisign', args, { encoding: 'utf8' }).stderr).toBe('')
  sign('-G', '-W', '-p', at('key.pub'), '-s', at('key.secret'))
  manifest()
  sign('-S', '-s', at('key.secret'), '-m', at('manifest.json'), '-t', 'filigrane 0.1.0')
  expect(pack().stderr).toBe('')
  expect(existsSync(at('a.filigrane-maj'))).toBe(true)
})
