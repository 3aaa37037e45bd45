/** What runs elsewhere with a token and secrets is held to what was reviewed. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'

const root = dirname(import.meta.dirname)
const folder = join(root, '.github', 'workflows')
const permissions = z.record(z.string(), z.enum(['read', 'write']))
const workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions,
  jobs: z.record(
    z.string(),
    z.looseObject({
      'runs-on': z.string(),
      'timeout-minutes': z.int(),
      permissions: permissions.optional(),
      steps: z.array(
        z.looseObject({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
})
const files = readdirSync(folder)
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).scripts

/** Each was looked at; another wants to be. */
const actions = [
  'actions/checkout',
  'actions/download-artifact',
  'actions/setup-node',
  'actions/upload-artifact',
]
/** Who may write, and what. */
const writers: Record<string, Record<string, string>> = { 'release.yml draft': { contents: 'write' } }

test('there is what checks a change, and what makes a release', () => {
  expect(files.toSorted()).toEqual(['ci.yml', 'release.yml'])
})

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  const { jobs, ...whole } = workflow.parse(parse(text))
  const steps = Object.values(jobs).flatMap((job) => job.steps)

  test('pins each action by its commit, the version beside it', () => {
    const lines = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line))
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length)
    for (const line of lines) {
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/)
      expect(actions).toContain(/uses: (?<name>[^@]+)@/.exec(line)?.groups?.['name'])
    }
    // one version of each
    const pins = [...new Set(lines.map((line) => line.replace(/^.*uses: /, '')))]
    expect(pins).toHaveLength(new Set(pins.map((pin) => pin.split('@')[0])).size)
  })

  test('reads the sources, and writes only where it must', () => {
    expect(whole.permissions).toEqual({ contents: 'read' })
    for (const [name, job] of Object.entries(jobs))
      expect(job.permissions ?? {}, name).toEqual(writers[`${file} ${name}`] ?? {})
  })

  test('never runs a stranger’s change with the project’s secrets', () => {
    expect(Object.keys(whole.on)).not.toEqual(expect.arrayContaining(['pull_request_target']))
    expect(Object.keys(whole.on)).not.toEqual(expect.arrayContaining(['workflow_run']))
    if ('pull_request' in whole.on) expect(text).not.toContain('secrets.')
  })

  test('leaves no token in the checked out folder', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with).toMatchObject({ 'persist-credentials': false })
  })

  test('puts nothing that others write into a shell', () => {
    const expressions = steps.flatMap(({ run }) => [...(run ?? '').matchAll(/\$\{\{\s*(?<name>[\w.-]+)/gu)])
    for (const { groups } of expressions) expect(groups?.['name']).toMatch(/^matrix\./u)
  })

  test('opens Chromium’s sandbox on Ubuntu 24.04, and lets no package be installed twice', () => {
    for (const [name, job] of Object.entries(jobs)) {
      const commands = job.steps.map(({ run }) => run ?? '').join('\n')
      expect(commands, name).not.toContain('npm ci')
      if (/npm test|test:electron/u.test(commands))
        expect(commands, name).toContain('kernel.apparmor_restrict_unprivileged_userns=0')
    }
  })

  test('runs scripts that exist', () => {
    const named = steps.flatMap(({ run }) =>
      [...(run ?? '').matchAll(/npm run (?<name>[\w:-]+)/gu)].map(({ groups }) => groups?.['name']),
    )
    expect(named).not.toEqual([])
    for (const name of named) expect(scripts).toHaveProperty([name ?? ''])
    if (/npm test/u.test(text)) expect(scripts).toHaveProperty('test')
  })
})

describe('a release', () => {
  const { jobs } = workflow.parse(parse(readFileSync(join(folder, 'release.yml'), 'utf8')))
  const run = (job: string) => (jobs[job]?.steps ?? []).map((step) => step.run ?? '').join('\n')

  test('is checked, and tried on Electron’s own binary, before it is packed', () => {
    expect(run('check')).toContain('npm test')
    expect(jobs['package']).toMatchObject({ needs: 'check' })
    expect(jobs['draft']).toMatchObject({ needs: 'package' })
    const order = ['node .dev/setup.mjs', 'npm run build', 'npm run test:electron', 'npm run package --']
    const places = order.map((command) => run('package').indexOf(command))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
  })

  test('is packed where a secret is not there, and says so', () => {
    // an empty certificate is a path for electron-builder, and macOS on Apple’s processors runs nothing unsigned
    expect(run('package')).toMatch(/if \[ -z "\$CSC_LINK" \]; then[^]*unset CSC_LINK[^]*-c\.mac\.identity=-/u)
    expect(run('draft')).toContain('paquet non signé')
  })

  test('is for the three systems, and tells what it is made of', () => {
    expect(jobs['package']).toMatchObject({
      strategy: {
        matrix: {
          include: [{ platform: 'linux' }, { platform: 'win32' }, { platform: 'darwin', arch: 'universal' }],
        },
      },
    })
    expect(run('draft')).toMatch(/npm sbom --sbom-format cyclonedx/u)
    expect(run('draft')).toMatch(/sha256sum/u)
    expect(run('draft')).toMatch(/minisign -S/u)
    expect(run('draft')).toMatch(/gh release create [^]*--draft/u)
  })
})
