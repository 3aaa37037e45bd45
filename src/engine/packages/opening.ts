import { dayOf } from '#core/caseload/calendar'
import type { StoreFailure } from '#core/database'
import { failed, ok, type Result } from '#core/result'
import { access } from '#core/review/access'
import { parseContent, type PackageContent } from '#core/review/packages/content'
import {
  maxPackageLength,
  openPackage,
  type OpenedPackage,
  type PackageFailure,
} from '#core/review/packages/format'
import { admissionOf, type AdmissionFailure } from '#core/review/packages/rules'
import {
  latestUse,
  openedPackage,
  rememberOpened,
  type Correspondent,
} from '#core/review/repository/packages'
import { packageCrypto } from '../adapters/sodium-signing.ts'
import type { AccessLog } from '../access-log.ts'
import type { EnginePorts } from '../ports.ts'
import type { OpenVault } from '../session.ts'
import { readSmallFile } from './files.ts'
import { correspondentOf, numberOf, registerKey, withOwnKeys, type Naming } from './keys.ts'

export type OpeningFailure = PackageFailure | AdmissionFailure | 'file-missing'

/** What a package holds, for as long as it is open. */
export interface OpenReview {
  vault: OpenVault
  id: string
  sender: string
  createdAt: string
  expiresOn: string
  content: PackageContent
}

/** The chosen package, opened and admitted; its content is still bytes, to be emptied. */
export function examine(
  vault: OpenVault,
  path: string | null,
  now: string,
): Result<OpenedPackage, OpeningFailure> {
  const bytes = readSmallFile(path, maxPackageLength)
  if (!bytes.ok) return bytes
  // without keys, nothing can have been sealed for this notebook: the shape of the file is told all the same
  const nobody = { boxKey: new Uint8Array(32), boxSecret: new Uint8Array(32) }
  const opened =
    withOwnKeys(vault, (own) => openPackage(packageCrypto, bytes.value, own)) ??
    openPackage(packageCrypto, bytes.value, nobody)
  if (!opened.ok) return opened
  const remembered = {
    latestUse: (until: string) => latestUse(vault, until),
    earlier: openedPackage(vault, opened.value.id) ?? null,
  }
  const admitted = admissionOf(opened.value, remembered, dayOf(now))
  if (admitted.ok) return opened
  opened.value.content.fill(0)
  return admitted
}

/** The chosen package, from a sender who is known, or is registered now on purpose. */
export function openReview(
  open: { vault: OpenVault; log: AccessLog },
  trust: Naming | null,
  ports: EnginePorts,
): Result<
  OpenReview,
  OpeningFailure | 'package-sender-unknown' | 'number-differs' | 'key-differs' | StoreFailure
> {
  const now = ports.clock.now()
  const found = examine(open.vault, ports.places().reviewPackage, now)
  if (!found.ok) return found
  const { sender, content } = found.value
  const registered = trust === null ? ok() : registerKey(open.vault, sender, trust, ports)
  const known = registered.ok ? correspondentOf(open.vault, sender) : null
  if (known !== null) return begin(open, found.value, known, now)
  content.fill(0)
  return registered.ok ? failed('package-sender-unknown') : registered
}

/** Remembered, and told in the access log, before anything of it is shown. */
function begin(
  { vault, log }: { vault: OpenVault; log: AccessLog },
  opened: OpenedPackage,
  sender: Correspondent,
  now: string,
): Result<OpenReview, 'package-damaged' | StoreFailure> {
  // signed by a known key: written by Filigrane, in UTF-8
  const content = parseContent(new TextDecoder().decode(opened.content))
  opened.content.fill(0)
  if (content === null) return failed('package-damaged')
  const { id, createdAt, expiresOn } = opened
  const told = { id, sender: sender.name, signKey: sender.signKey, createdAt, expiresOn }
  const remembered = vault.transact((tx) => {
    rememberOpened(tx, { ...told, files: content.files.length, openedAt: now, finishedAt: null })
    return ok()
  })
  if (!remembered.ok) return remembered
  log.note([access('packageOpened', { recordId: id, detail: numberOf(opened.sender) })])
  const logged = log.flush()
  if (!logged.ok) return logged
  return ok({ vault, id, sender: sender.name, createdAt, expiresOn, content })
}
