// npm run licences: what others made and Filigrane ships, held to an allow-list, with the notices its packages carry. Without --write
// nothing is written: see licences.test.ts.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import * as z from 'zod'

const root = dirname(import.meta.dirname)
export const noticesFile = join(root, 'resources', 'third-party-notices.txt')

/** Licences that ask for no more than being named and repeated. Another wants a decision, not a line here. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
])
const HOSTS = ['core', 'engine', 'main', 'preload', 'renderer', 'shared']
/** Electron carries its own notices and Chromium's beside its binary. */
const PROVIDED = ['electron']

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
})

export interface Shipped {
  name: string
  version: string
  licence: string
  /** The texts of the package's own files, or what it declares where it has none. */
  text: string
}

/** The packages that the product's sources import, and all that these may bring with them: at least what the bundles hold. */
export function shippedPackages(): Shipped[] {
  const found = new Map<string, Shipped>()
  const visit = (name: string, from: string): void => {
    const folder = folderOf(name, from)
    if (folder === null || found.has(folder)) return
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    found.set(folder, {
      name: manifest.name,
      version: manifest.version,
      licence: manifest.license ?? 'none declared',
      text: textOf(folder, manifest),
    })
    // what a package peers with is what it is bundled with
    for (const next of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }))
      visit(next, folder)
  }
  for (const name of importedPackages()) visit(name, root)
  return [...found.values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'),
  )
}

/** Those whose licence is not on the list. */
export const refused = (packages: readonly Shipped[]): Shipped[] =>
  packages.filter(
    ({ licence }) =>
      // an expression of SPDX: every licence named must do, even where there would be a choice
      !licence
        .replaceAll(/[()]/gu, '')
        .split(/ (?:AND|OR) /u)
        .every((one) => ALLOWED.has(one)),
  )

/** Names of packages that a source of the product imports, tests aside. */
export function importedPackages(): string[] {
  const names = HOSTS.flatMap((host) => sourcesUnder(join(root, 'src', host))).flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:\bfrom |\bimport |\bimport\(|@import )['"]([^'"#./\s][^'"\s]*)['"]/gu,
      ),
    ].map(([, specifier = '']) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  )
  return [...new Set(names)].filter((name) => !name.startsWith('node:') && !PROVIDED.includes(name)).sort()
}

const sourcesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        /\.(?:ts|tsx|css)$/.test(file) &&
        !/\.test\.tsx?$/.test(file) &&
        !/(?:^|[\\/])testing[\\/]/.test(relative(folder, file)),
    )

/** As Node would resolve it from there; null for a package that is not installed (an optional peer). */
function folderOf(name: string, from: string): string | null {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return folder
    if (at === root) return null
  }
}

function textOf(folder: string, { license, author }: z.output<typeof manifestSchema>): string {
  const texts = readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|notice|copying)(?:[.-](?!ts$|js$).*)?$/iu.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
  if (texts.length > 0) return texts.join('\n\n')
  const who = typeof author === 'string' ? author : author?.name
  return `${license ?? ''}${who === undefined ? '' : `, ${who}`} (the package carries no text of its licence)`
}

/** One text for all: packages that share a licence’s very words are named together above it. */
export function noticesOf(packages: readonly Shipped[], inside: string): string {
  const groups = Map.groupBy(packages, ({ text }) => text)
  const parts = [...groups].map(
    ([text, members]) =>
      `${members.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join('\n')}\n\n${text}`,
  )
  const rule = `\n\n${'-'.repeat(72)}\n\n`
  return `${[HEAD, ...parts, inside.trim()].join(rule)}\n`
}

const HEAD = `Filigrane is made with the work below; each part keeps its licence.
Electron and Chromium have their own notices, in the files LICENSE.electron.txt and LICENSES.chromium.html beside the program.`

/** What is inside the packages' binaries, which their own files do not tell. */
export const insideFile = join(import.meta.dirname, 'licences-inside.txt')

if (process.argv[1] === import.meta.filename) {
  const packages = shippedPackages()
  for (const { name, version, licence } of refused(packages)) console.error(`${name} ${version}: ${licence}`)
  if (refused(packages).length > 0) process.exitCode = 1
  else if (process.argv.includes('--write'))
    writeFileSync(noticesFile, noticesOf(packages, readFileSync(insideFile, 'utf8')))
  else for (const { name, version, licence } of packages) console.log(`${licence}\t${name} ${version}`)
}
