import { dayOf } from '#core/caseload/calendar'
import { readSettings } from '#core/caseload/repository/settings'
import { failed, ok, type Result } from '#core/result'
import { access } from '#core/review/access'
import { contentOf } from '#core/review/packages/gather'
import { sealPackage } from '#core/review/packages/format'
import { expiryRefusal } from '#core/review/packages/rules'
import { correspondents, forgetMade, rememberMade } from '#core/review/repository/packages'
import type { Failure, Input, Output } from '#shared/contract'
import { packageCrypto } from '../adapters/sodium-signing.ts'
import type { AccessLog } from '../access-log.ts'
import type { EnginePorts } from '../ports.ts'
import type { OpenVault } from '../session.ts'
import { writeSmallFile } from './files.ts'
import { ensureIdentity, identityFrom, withOwnKeys } from './keys.ts'

type Order = Omit<Input<'packages.make'>, 'passphrase'>
type Made = Result<Output<'packages.make'>, Failure<'packages.make'>>

/** Seals these files for a correspondent. Whose files leave is in the access log before the file is. */
export function makePackage(
  { vault, log }: { vault: OpenVault; log: AccessLog },
  order: Order,
  ports: EnginePorts,
): Made {
  const now = ports.clock.now()
  const refusal = expiryRefusal(order.expiresOn, dayOf(now))
  if (refusal !== null) return failed(refusal)
  const recipient = correspondents(vault).find(({ id }) => id === order.correspondentId)
  if (!recipient) return failed('not-found')
  const { organization } = readSettings(vault)
  const content = contentOf(vault, { ...order, organization: organization.name }, dayOf(now))
  if (content === null) return failed('unknown-person')
  const ensured = ensureIdentity(vault, ports)
  if (!ensured.ok) return ensured

  const head = { id: ports.newId(), createdAt: now, expiresOn: order.expiresOn }
  const bytes = new TextEncoder().encode(JSON.stringify(content))
  const sealed = withOwnKeys(vault, (own) =>
    sealPackage(packageCrypto, own, identityFrom(recipient), { ...head, content: bytes }),
  )
  bytes.fill(0)
  if (sealed === null) throw new Error('a worker’s session opens its own keys')
  if (!sealed.ok) return sealed

  const { id, expiresOn } = head
  const files = content.files.length
  const remembered = vault.transact((tx) => {
    rememberMade(tx, { id, recipient: recipient.name, files, madeAt: now, expiresOn })
    return ok()
  })
  if (!remembered.ok) return remembered
  log.note(order.files.map(({ personId }) => access('packaged', { personId, recordId: id })))
  const logged = log.flush()
  const written = logged.ok ? writeSmallFile(ports.places().newPackage, sealed.value) : logged
  if (written.ok) return ok({ id, files })
  // nothing left: the list says so; the log keeps that it was asked
  vault.transact((tx) => {
    forgetMade(tx, id)
    return ok()
  })
  return written
}
