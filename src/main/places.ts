import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Places, UpdatePlace } from '#shared/engine-protocol'
import { defaultVaultName } from '#shared/native-text'
import type { Profile } from './profile.ts'

export type PlaceKeeper = {
  current(): Places
  /** What the window may know of the vault's place: its name, whether something is there, whether damage was found in it. */
  vault(): { name: string; exists: boolean; wasDamaged: boolean }
  /** Damage was found in the vault that is there, or left behind. */
  noteDamage(isThere: boolean): void
  chooseVault(path: string): void
  chooseReleases(path: string): void
  chooseRegisterFile(path: string): void
  chooseImportFile(path: string): void
  chooseDocuments(path: string): void
  chooseNewBackup(path: string): void
  chooseBackup(path: string): void
  chooseRestored(path: string): void
  chooseUpdate(update: UpdatePlace): void
  chooseNewCard(path: string): void
  chooseCard(path: string): void
  chooseNewPackage(path: string): void
  choosePackage(path: string): void
}

/** Where things are. Only the vault's place and how far each vault was outlive the program. */
export function openPlaces(profile: Profile, documents: string): PlaceKeeper {
  let damaged: string | null = null
  let places: Omit<Places, 'seen'> = {
    vault: profile.current().vault ?? join(documents, defaultVaultName),
    releases: null,
    registerFile: null,
    importFile: null,
    documents: null,
    newBackup: null,
    backup: null,
    restored: null,
    update: null,
    newCard: null,
    card: null,
    newPackage: null,
    reviewPackage: null,
  }
  return {
    current: () => ({ ...places, seen: profile.current().seen }),
    vault: () => ({
      name: basename(places.vault),
      exists: existsSync(places.vault),
      wasDamaged: places.vault === damaged,
    }),
    noteDamage(isThere) {
      damaged = isThere ? places.vault : null
    },
    chooseVault(path) {
      places = { ...places, vault: path }
      profile.remember({ vault: path })
    },
    chooseReleases(path) {
      places = { ...places, releases: path }
    },
    chooseRegisterFile(path) {
      places = { ...places, registerFile: path }
    },
    chooseImportFile(path) {
      places = { ...places, importFile: path }
    },
    chooseDocuments(path) {
      places = { ...places, documents: path }
    },
    chooseNewBackup(path) {
      places = { ...places, newBackup: path }
    },
    chooseBackup(path) {
      places = { ...places, backup: path }
    },
    chooseRestored(path) {
      places = { ...places, restored: path }
    },
    chooseUpdate(update) {
      places = { ...places, update }
    },
    chooseNewCard(path) {
      places = { ...places, newCard: path }
    },
    chooseCard(path) {
      places = { ...places, card: path }
    },
    chooseNewPackage(path) {
      places = { ...places, newPackage: path }
    },
    choosePackage(path) {
      places = { ...places, reviewPackage: path }
    },
  }
}
