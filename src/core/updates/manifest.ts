import * as z from 'zod'
import { failed, ok, type Result } from '../result.ts'
import { compareVersions, versionPattern } from './version.ts'

const endings = { nsis: '.exe', dmg: '.dmg', AppImage: '.AppImage', deb: '.deb' } as const
const noteLines = z.array(z.string().min(1).max(500)).min(1).max(50)

const manifest = z
  .strictObject({
    format: z.literal(1),
    version: z.string().regex(versionPattern),
    platform: z.enum(['win32', 'darwin', 'linux']),
    /** As Node says it; `universal`: both of macOS. */
    arch: z.enum(['x64', 'arm64', 'universal']),
    kind: z.enum(['nsis', 'dmg', 'AppImage', 'deb']),
    /** The package's own name, which it gets back. */
    file: z.string().regex(/^[\dA-Za-z][\w.-]{0,99}$/),
    /** Bytes of the package. */
    size: z
      .int()
      .min(1)
      .max(2 ** 31),
    /** BLAKE2b-512 of the package, in hexadecimal. */
    blake2b: z.string().regex(/^[\da-f]{128}$/),
    /** What changes, a line each. */
    notes: z.strictObject({ fr: noteLines, en: noteLines }),
    /** The caseload's schemas that this version opens: from the oldest it can bring up to date, to its own. */
    schema: z.strictObject({ oldest: z.int().min(0), newest: z.int().min(0) }),
  })
  .refine(({ file, kind }) => file.endsWith(endings[kind]))
export type Manifest = z.infer<typeof manifest>

/** Only of words whose signature was verified: what it then refuses was made for another generation of the program. */
export function parseManifest(text: string): Result<Manifest, 'update-unreadable'> {
  const read = manifest.safeParse(json(text))
  return read.success ? ok(read.data) : failed('update-unreadable')
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The program that runs, as an update must match it. */
export interface Running {
  version: string
  /** Of Node: `win32`, `x64`… */
  platform: string
  arch: string
  /** How it was installed. */
  kind: PackageKind
}
export type PackageKind = Manifest['kind']

export type Unfit =
  | 'update-same-version'
  | 'update-downgrade'
  | 'update-other-platform'
  | 'update-skips-version'
  | 'update-loses-records'

/**
 * Whether this update may take the place of the program that runs. `schema`: of the caseload as this program writes it. A vault of a
 * schema the update does not know would be refused by it: better to be told before.
 */
export function judge(update: Manifest, running: Running, schema: number): Result<undefined, Unfit> {
  if (
    update.platform !== running.platform ||
    update.kind !== running.kind ||
    (update.arch !== running.arch && update.arch !== 'universal')
  )
    return failed('update-other-platform')
  const step = compareVersions(update.version, running.version)
  if (step === 0) return failed('update-same-version')
  if (step < 0) return failed('update-downgrade')
  if (update.schema.oldest > schema) return failed('update-skips-version')
  return update.schema.newest < schema ? failed('update-loses-records') : ok()
}
