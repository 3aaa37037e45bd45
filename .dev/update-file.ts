// npm run update-file: what turns an installer into an update file (.filigrane-maj). The signature is made between the two, by minisign.
//   -- keys        refuses where resources/update-key.pub holds no key
//   -- manifest --package FILE --platform win32|darwin|linux --arch x64|arm64|universal --out FILE.manifest.json
//   -- pack --package FILE --manifest FILE.manifest.json --signature FILE.manifest.json.minisig --out FILE.filigrane-maj
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { migrations } from '#core/caseload/migrations'
import { finish } from '#core/steps'
import { parseManifest, type Manifest } from '#core/updates/manifest'
import { hex } from '#core/vault/bytes'
import { signatures } from '../src/engine/adapters/signatures.ts'
import { checking } from '../src/engine/updates/check.ts'
import { beginningOf } from '../src/engine/updates/container.ts'
import { readPublicKeys } from '../src/engine/updates/minisign.ts'

const root = join(import.meta.dirname, '..')
const kinds: Record<string, Manifest['kind']> = {
  '.exe': 'nsis',
  '.dmg': 'dmg',
  '.AppImage': 'AppImage',
  '.deb': 'deb',
}
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    package: { type: 'string', default: '' },
    platform: { type: 'string', default: '' },
    arch: { type: 'string', default: '' },
    manifest: { type: 'string', default: '' },
    signature: { type: 'string', default: '' },
    keys: { type: 'string', default: join(root, 'resources', 'update-key.pub') },
    notes: { type: 'string', default: '' },
    out: { type: 'string', default: '' },
  },
})
if (positionals[0] === 'manifest') writeManifest()
else if (positionals[0] === 'pack') pack()
else if (positionals[0] === 'keys') requireKey()
else throw new Error('keys, manifest or pack?')

/** Before packages are made: what has no key can be updated by no file, ever. */
function requireKey(): void {
  if (readPublicKeys(readFileSync(values.keys, 'utf8')).length > 0) return
  console.error(
    `${relative(root, values.keys)} ne contient aucune clé : ce qui serait construit ne pourrait vérifier aucune mise à jour.
CONTRIBUTING.md (« A release ») dit comment faire la clé et où la mettre. Pour un essai seulement :

    npm run package --ignore-scripts
`,
  )
  process.exitCode = 1
}

function writeManifest(): void {
  const version = String(json(join(root, 'package.json'))['version'])
  const content = readFileSync(values.package)
  const newest = migrations.at(-1)?.version ?? 0
  const manifest = {
    format: 1,
    version,
    platform: values.platform,
    arch: values.arch,
    kind: kinds[extname(values.package)],
    // a name that every system takes
    file: basename(values.package).replaceAll(/[^\w.-]/gu, '-'),
    size: content.length,
    blake2b: hex(signatures.blake2b512(content)),
    notes: json(values.notes === '' ? join(root, 'docs', 'release-notes', `${version}.json`) : values.notes),
    // migrations go forward from the first one on
    schema: { oldest: 0, newest },
  }
  const text = JSON.stringify(manifest, null, 2)
  if (!parseManifest(text).ok) throw new Error(`the program would refuse this manifest:\n${text}`)
  writeFileSync(values.out, text)
}

/** The file is then read by the program's own verification, as a version before it would: what it refuses is not kept. */
function pack(): void {
  const manifest = readFileSync(values.manifest)
  const content = readFileSync(values.package)
  writeFileSync(values.out, Buffer.concat([beginningOf(manifest, readFileSync(values.signature)), content]))
  const read = parseManifest(manifest.toString('utf8'))
  if (!read.ok) throw new Error(read.failure)
  const { platform, arch, kind, schema } = read.value
  const room = mkdtempSync(join(tmpdir(), 'filigrane-room-'))
  try {
    const running = { version: '0.0.0', platform, arch, kind }
    const keys = readPublicKeys(readFileSync(values.keys, 'utf8'))
    const outcome = finish(checking({ file: values.out, room, running }, keys, schema.newest))
    if (!outcome.ok) {
      rmSync(values.out)
      throw new Error(`the program would refuse this update: ${outcome.failure}`)
    }
  } finally {
    rmSync(room, { recursive: true })
  }
}

function json(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
}
