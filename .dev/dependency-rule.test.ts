import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/**
 * The dependency rule of ARCHITECTURE.md, proven by breaking it: each line below is written alone in a copy of the layout, and the
 * project's own linter or compiler settings must refuse it.
 */
const root = dirname(import.meta.dirname)
const copy = mkdtempSync(join(tmpdir(), 'dependency-rule-'))
const hosts = ['core', 'shared', 'engine', 'main', 'preload', 'renderer', 'fiction', 'demo', 'proof'] as const
type Host = (typeof hosts)[number]

const forbiddenImports: Record<Host, string[]> = {
  core: [
    'electron',
    'node:fs',
    'react',
    'sodium-native',
    'sql.js',
    'uuid',
    '#shared/contract',
    '../engine/a.ts',
    '../main/a.ts',
    '../renderer/a.tsx',
    '../fiction/a.ts',
  ],
  shared: [
    'electron',
    'node:fs',
    'react',
    'kysely',
    '#core/vault/open',
    '../engine/a.ts',
    '../main/a.ts',
    '../renderer/a.tsx',
  ],
  engine: ['electron', 'react', '../main/a.ts', '../preload/index.ts', '../renderer/a.tsx'],
  main: ['react', 'sql.js', 'sodium-native', '#core/vault/open', '../engine/a.ts', '../renderer/a.tsx'],
  preload: ['zod', 'node:fs', '#core/result', '../main/a.ts', '../renderer/a.tsx'],
  renderer: [
    'electron',
    'node:fs',
    'sql.js',
    'sodium-native',
    'kysely',
    '#core/vault/open',
    '../engine/a.ts',
    '../main/a.ts',
    '../preload/index.ts',
  ],
  fiction: ['electron', 'node:fs', 'kysely', 'uuid', '#shared/contract', '../engine/a.ts', '../demo/a.ts'],
  demo: ['react', '../renderer/a.tsx', '../preload/index.ts'],
  proof: ['electron', 'react', '../main/a.ts', '../renderer/a.tsx', '../demo/a.ts'],
}
const allowedImports: Record<Host, string[]> = {
  core: ['zod', 'kysely', '#core/result', './a.ts', '../result.ts'],
  shared: ['zod', '#core/caseload/person', '#shared/names'],
  engine: [
    'node:fs',
    'sodium-native',
    'sql.js',
    'kysely',
    '#core/vault/open',
    '#shared/contract',
    '../fiction/a.ts',
  ],
  main: ['electron', 'node:fs', '#shared/contract'],
  preload: ['electron', '#shared/names'],
  renderer: ['react', 'react-aria-components', 'zod', '#core/caseload/referral', '#shared/contract'],
  fiction: ['zod', '#core/result', '#core/caseload/person', './a.ts'],
  demo: ['electron', 'node:fs', '#core/result', '../fiction/a.ts', '../engine/a.ts', '../main/printing.ts'],
  proof: ['node:fs', 'highs', 'fflate', '#core/result', '../engine/a.ts'],
}
/** What its tsconfig's `paths` make no module. */
const uncompilableImports: Record<Host, string[]> = {
  core: ['electron', 'react', 'sodium-native', 'sql.js', 'uuid', '#shared/contract'],
  shared: ['electron', 'react', 'sodium-native', 'sql.js', '#core/vault/open'],
  engine: ['electron', 'react', 'react-aria-components'],
  main: ['react', 'sodium-native', 'sql.js', '#core/vault/open'],
  preload: ['react', 'sodium-native', 'sql.js', '#core/vault/open'],
  renderer: ['electron', 'sodium-native', 'sql.js', '#core/vault/open'],
  fiction: ['electron', 'react', 'sodium-native', 'sql.js', 'uuid', '#shared/contract'],
  demo: ['react', 'react-aria-components'],
  proof: ['electron', 'react', 'react-aria-components'],
}
/** What a host's globals do not have: the compiler refuses. */
const forbiddenGlobals: Partial<Record<Host, string[]>> = {
  core: ['window', 'document', 'process', 'Buffer', 'setTimeout', 'fetch'],
  shared: ['window', 'process', 'Buffer'],
  fiction: ['window', 'process', 'Buffer', 'setTimeout'],
  engine: ['window', 'document'],
  main: ['window', 'document'],
  preload: ['process', 'Buffer'],
  renderer: ['process', 'Buffer', 'require'],
}

const place = (host: Host, name: string): string => join(copy, 'src', host, 'probe', `${name}.ts`)

function write(host: Host, name: string, text: string): void {
  mkdirSync(dirname(place(host, name)), { recursive: true })
  writeFileSync(place(host, name), text)
}

beforeAll(() => {
  mkdirSync(join(copy, 'src'))
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json', 'src/not-for-this-host.d.ts'])
    copyFileSync(join(root, file), join(copy, file))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const host of hosts) {
    mkdirSync(join(copy, 'src', host), { recursive: true })
    copyFileSync(join(root, 'src', host, 'tsconfig.json'), join(copy, 'src', host, 'tsconfig.json'))
    forbiddenImports[host].forEach((module, i) => write(host, `forbidden-${i}`, importing(module)))
    allowedImports[host].forEach((module, i) => write(host, `allowed-${i}`, importing(module)))
  }
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const importing = (module: string): string =>
  `import * as probed from '${module.replace(/^\.\.\//, '../../')}'\nexport const probe = probed\n`

describe('the linter', () => {
  let refused: Set<string>
  beforeAll(() => {
    const run = spawnSync(
      process.execPath,
      [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', 'src'],
      {
        cwd: copy,
        encoding: 'utf8',
      },
    )
    const report = JSON.parse(run.stdout) as { diagnostics: { code: string; filename: string }[] }
    refused = new Set(
      report.diagnostics
        .filter((d) => d.code === 'eslint(no-restricted-imports)')
        .map((d) => join(copy, d.filename)),
    )
  })

  for (const host of hosts) {
    test.each(forbiddenImports[host].map((module, i) => [module, i] as const))(
      `refuses in ${host}: %s`,
      (_module, i) => {
        expect(refused).toContain(place(host, `forbidden-${i}`))
      },
    )
    test.each(allowedImports[host].map((module, i) => [module, i] as const))(
      `lets ${host} import %s`,
      (_module, i) => {
        expect(refused).not.toContain(place(host, `allowed-${i}`))
      },
    )
  }
})

describe('the compiler', () => {
  /** What the host's own settings say of some one-line files. */
  function compile(host: Host, lines: string[]): string {
    rmSync(join(copy, 'src', host, 'probe'), { recursive: true, force: true })
    lines.forEach((line, i) => write(host, `line-${i}`, line))
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    return spawnSync(process.execPath, [tsc, '-p', join('src', host)], { cwd: copy, encoding: 'utf8' }).stdout
  }

  test.each(Object.entries(forbiddenGlobals) as [Host, string[]][])(
    'knows no such globals in %s: %j',
    (host, globals) => {
      const said = compile(host, [
        ...globals.map((name) => `export const probe = ${name}\n`),
        'export const probe = 1\n',
      ])
      globals.forEach((_name, i) => expect(said).toContain(`line-${i}.ts(1,22): error`))
      expect(said).not.toContain(`line-${globals.length}.ts`)
    },
  )

  test.each(Object.entries(uncompilableImports) as [Host, string[]][])(
    'refuses such imports in %s: %j',
    (host, modules) => {
      const said = compile(host, [...modules.map(importing), importing('zod')])
      modules.forEach((_name, i) => expect(said).toContain(`line-${i}.ts(1,25): error TS2306`))
      expect(said).not.toContain(`line-${modules.length}.ts`)
    },
  )
})
