import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Places } from '#shared/engine-protocol'

/** The folder's ending that makes a vault recognizable. */
export const VAULT_ENDING = '.filigrane'

export type PlaceKeeper = {
  current(): Places
  /** What the window may know of the vault's place: its name, and whether something is there. */
  vault(): { name: string; exists: boolean }
  chooseVault(path: string): void
  chooseReleases(path: string): void
  chooseImportFile(path: string): void
}

/** Remembers, between two starts, which vault was used; nothing else is kept outside it. */
export function openPlaces(settingsFile: string, documents: string): PlaceKeeper {
  let places: Places = {
    vault: remembered(settingsFile) ?? join(documents, `carnet${VAULT_ENDING}`),
    releases: null,
    importFile: null,
  }
  return {
    current: () => places,
    vault: () => ({ name: basename(places.vault), exists: existsSync(places.vault) }),
    chooseVault(path) {
      places = { ...places, vault: path }
      remember(settingsFile, path)
    },
    chooseReleases(path) {
      places = { ...places, releases: path }
    },
    chooseImportFile(path) {
      places = { ...places, importFile: path }
    },
  }
}

function remembered(settingsFile: string): string | null {
  try {
    const settings: unknown = JSON.parse(readFileSync(settingsFile, 'utf8'))
    if (
      typeof settings === 'object' &&
      settings !== null &&
      'vault' in settings &&
      typeof settings.vault === 'string'
    )
      return settings.vault
  } catch {
    // absent or unreadable: the default place stands, and the next choice rewrites the file
  }
  return null
}

function remember(settingsFile: string, vault: string): void {
  mkdirSync(dirname(settingsFile), { recursive: true })
  writeFileSync(`${settingsFile}.tmp`, JSON.stringify({ vault }))
  renameSync(`${settingsFile}.tmp`, settingsFile)
}
