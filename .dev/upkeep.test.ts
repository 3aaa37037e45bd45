/** What is only true as long as somebody looks: licences, reasons, versions, where documents lead. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { insideFile, noticesFile, noticesOf, refused, shippedPackages } from './licences.ts'

const root = join(import.meta.dirname, '..')
const text = (path: string) => readFileSync(join(root, path), 'utf8')
const manifest = z
  .object({
    version: z.string(),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(text('package.json')))

describe('licences', () => {
  const packages = shippedPackages()

  test('all that ships is under a licence of the list, fonts and icons included', () => {
    expect(refused(packages)).toEqual([])
    expect(packages.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        '@fontsource-variable/atkinson-hyperlegible-next',
        'lucide-react',
        'react',
        'sodium-native',
        'sql.js',
      ]),
    )
  })

  test('another licence is refused, alone, among others or for want of one', () => {
    const made = (licence: string) => ({ name: 'a', version: '1.0.0', licence, text: '' })
    for (const licence of ['GPL-3.0-only', '(MIT AND GPL-3.0-only)', 'none declared', 'SEE LICENSE IN x'])
      expect(refused([made(licence)])).toHaveLength(1)
    expect(refused([made('MIT'), made('(MIT AND Zlib)')])).toEqual([])
  })

  test('the notices that ship are of these packages (after a change: npm run licences -- --write)', () => {
    const due = noticesOf(packages, readFileSync(insideFile, 'utf8'))
    expect(readFileSync(noticesFile, 'utf8') === due).toBe(true)
  })
})

test('each dependency has its line in decision 0001, and each line its dependency', () => {
  const told = [
    ...text('docs/decisions/0001-dependencies.md').matchAll(/^\| (?<names>[^|]+) \| (?<why>[^|]+) \|$/gmu),
  ]
    .filter(({ groups }) => groups?.['names'] !== 'Package')
    .flatMap(({ groups }) => {
      expect(groups?.['why']?.trim()).not.toBe('')
      return namesIn(groups?.['names'] ?? '')
    })
  const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(told.toSorted()).toEqual(used.toSorted())
})

/** `@a/b, c 1.2 (tests only)` → `@a/b`, `c`. */
const namesIn = (cell: string): string[] =>
  cell
    .replaceAll(/\([^)]*\)/gu, '')
    .split(',')
    .map((name) => name.trim().split(' ')[0] ?? '')

test('every version is pinned', () => {
  for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u)
})

describe('the changelog', () => {
  const headings = [...text('CHANGELOG.md').matchAll(/^## (?<heading>.*)$/gmu)].map(
    ({ groups }) => groups?.['heading'] ?? '',
  )

  test('begins with what is not released, then each version with its day, the newest first', () => {
    expect(headings[0]).toBe('[Unreleased]')
    for (const heading of headings.slice(1)) expect(heading).toMatch(/^\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/u)
    const days = headings.slice(1).map((heading) => heading.slice(-10))
    expect(days).toEqual(days.toSorted().toReversed())
  })

  test('sorts changes by the kinds of Keep a Changelog, none empty', () => {
    const parts = text('CHANGELOG.md').split(/^### /mu).slice(1)
    for (const part of parts) {
      expect(part.split('\n', 1)[0]).toMatch(/^(?:Added|Changed|Deprecated|Removed|Fixed|Security)$/u)
      expect(part).toMatch(/^- /mu)
    }
  })
})

describe('what is written for people', () => {
  const documents = globSync(['*.md', '{docs,src,e2e}/**/*.md'], { cwd: root })
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(text('package.json')))

  test('is found', () => {
    expect(documents).toEqual(
      expect.arrayContaining(['README.md', 'SECURITY.md', join('docs', 'guide', 'relais.md')]),
    )
  })

  test.each(documents)('%s leads to files that exist, and names commands that do', (file) => {
    const linked = [...text(file).matchAll(/\]\((?<to>[^)#\s]+)[^)]*\)/gu)].map(
      ({ groups }) => groups?.['to'] ?? '',
    )
    const away = linked.filter((to) => !/^https?:/u.test(to) && !existsSync(join(root, dirname(file), to)))
    expect(away).toEqual([])
    const commands = [...text(file).matchAll(/npm run (?<name>[\w:-]+)/gu)].map(
      ({ groups }) => groups?.['name'],
    )
    expect(commands.filter((name) => !(name !== undefined && name in scripts))).toEqual([])
  })
})
