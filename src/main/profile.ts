import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { language, type Language } from '#shared/language'
import { seenVaults, type SeenVaults } from '#shared/seen'
import { windowPlace, type WindowPlace } from '#shared/window-place'

/**
 * All that is kept outside the vault, in clear: which vault was used last (null: none was chosen), the language, the window's place, how far
 * each vault was when it was last open here.
 */
export type Remembered = {
  vault: string | null
  language: Language
  window: WindowPlace | null
  seen: SeenVaults
}

export type Profile = {
  current(): Remembered
  remember(changed: Partial<Remembered>): void
}

/**
 * What the disk refuses to keep holds until the program ends: a full one must keep nobody from working, nor the vault from being closed.
 * `notKept` is told.
 */
export function openProfile(file: string, notKept: (error: unknown) => void): Profile {
  let current = read(file)
  return {
    current: () => current,
    remember(changed) {
      current = { ...current, ...changed }
      try {
        write(file, JSON.stringify(current))
      } catch (error) {
        notKept(error)
      }
    },
  }
}

/** Whole or not at all, for its owner alone. */
function write(file: string, text: string): void {
  const next = `${file}.tmp`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(next, text, { mode: 0o600 })
  renameSync(next, file)
}

function read(file: string): Remembered {
  const kept: Record<string, unknown> = { ...readJson(file) }
  return {
    vault: typeof kept['vault'] === 'string' ? kept['vault'] : null,
    language: language.safeParse(kept['language']).data ?? 'fr',
    window: windowPlace.safeParse(kept['window']).data ?? null,
    seen: seenVaults.safeParse(kept['seen']).data ?? {},
  }
}

function readJson(file: string): object | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof read === 'object' ? read : null
  } catch {
    // absent or unreadable: the usual values stand, and the next choice rewrites the file
    return null
  }
}
