import { failed, ok, type Result } from '#core/result'
import {
  cardLength,
  decodeCard,
  encodeCard,
  isSameIdentity,
  type Identity,
} from '#core/review/packages/identity'
import {
  correspondents,
  finishOpened,
  forgetCorrespondent,
  madePackages,
  newestOpened,
  openedPackages,
} from '#core/review/repository/packages'
import type { Failure, Handlers } from '#shared/contract'
import type { packageCommands } from '#shared/contract/packages'
import { packageCrypto } from '../adapters/sodium-signing.ts'
import { readSmallFile, writeSmallFile } from '../packages/files.ts'
import {
  correspondentOf,
  ensureIdentity,
  identityFrom,
  keyTexts,
  numberOf,
  ownIdentity,
  registerKey,
  withOwnKeys,
} from '../packages/keys.ts'
import { makePackage } from '../packages/making.ts'
import { examine, openReview, type OpenReview } from '../packages/opening.ts'
import type { EnginePorts } from '../ports.ts'
import type { OpenVault, Session } from '../session.ts'
import type { Confirmed } from './confirmation.ts'

type PackageHandlers = Pick<
  Handlers<'engine'>,
  Extract<keyof typeof packageCommands, keyof Handlers<'engine'>>
>

export function packageHandlers(session: Session, ports: EnginePorts, confirmed: Confirmed): PackageHandlers {
  /** In memory alone: a lock ends this process, and it with it. */
  let review: OpenReview | null = null
  const reviewOf = (vault: OpenVault) => (review?.vault === vault ? review : null)

  return {
    'packages.list': () => {
      const vault = session.current()?.vault
      return vault ? ok({ ...listed(vault), openId: reviewOf(vault)?.id ?? null }) : failed('vault-locked')
    },
    'packages.writeCard': () => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const ensured = ensureIdentity(vault, ports)
      if (!ensured.ok) return ensured
      const card = withOwnKeys(vault, (own) => encodeCard(packageCrypto, own))
      const own = ownIdentity(vault)
      if (card === null || own === null) throw new Error('a worker’s session opens its own keys')
      const written = writeSmallFile(ports.places().newCard, card)
      if (!written.ok) return written
      session.changed()
      return ok({ number: numberOf(own) })
    },
    'packages.readCard': () => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const card = cardIn(vault, ports.places().card)
      if (!card.ok) return card
      return ok({ number: numberOf(card.value), name: correspondentOf(vault, card.value)?.name ?? null })
    },
    'packages.register': (naming) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const card = cardIn(vault, ports.places().card)
      if (!card.ok) return card
      const registered = registerKey(vault, card.value, naming, ports)
      if (registered.ok) session.changed()
      return registered
    },
    'packages.forget': ({ id }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      if (!correspondents(vault).some((known) => known.id === id)) return failed('not-found')
      const forgotten = vault.transact((tx) => {
        forgetCorrespondent(tx, id)
        return ok()
      })
      if (forgotten.ok) session.changed()
      return forgotten
    },
    'packages.make': async ({ passphrase, ...order }) => {
      const vault = await confirmed(passphrase)
      if (!vault.ok) return vault
      const open = session.current()
      if (!open) return failed('vault-locked')
      const made = makePackage(open, order, ports)
      if (made.ok) session.changed()
      return made
    },
    'packages.inspect': () => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const found = examine(vault, ports.places().reviewPackage, ports.clock.now())
      if (!found.ok) return found
      const { sender, createdAt, expiresOn, content } = found.value
      content.fill(0)
      const newest = newestOpened(vault, keyTexts(sender).signKey)
      return ok({
        sender: { number: numberOf(sender), name: correspondentOf(vault, sender)?.name ?? null },
        createdAt,
        expiresOn,
        isOlderThanSeen: newest !== null && newest > createdAt,
      })
    },
    'packages.open': ({ trust }) => {
      const open = session.current()
      if (!open) return failed('vault-locked')
      const begun = openReview(open, trust, ports)
      if (!begun.ok) return begun
      review = begun.value
      session.changed()
      return ok({ id: review.id })
    },
    'packages.read': ({ place }) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const file = reviewOf(vault)?.content.files[place]
      if (review === null || file === undefined) return failed('not-found')
      const { sender, createdAt, expiresOn, content } = review
      const { organization, note, files } = content
      return ok({ sender, organization, createdAt, expiresOn, note, count: files.length, file })
    },
    'packages.finish': () => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const id = reviewOf(vault)?.id
      if (id === undefined) return failed('not-found')
      // gone from here even if the disk refuses to say so
      review = null
      const finished = vault.transact((tx) => {
        finishOpened(tx, id, ports.clock.now())
        return ok()
      })
      session.changed()
      return finished
    },
  }
}

function listed(vault: OpenVault) {
  const own = ownIdentity(vault)
  return {
    ownNumber: own && numberOf(own),
    correspondents: correspondents(vault).map(({ id, name, registeredAt, ...keys }) => ({
      id,
      name,
      number: numberOf(identityFrom(keys)),
      registeredAt,
    })),
    made: madePackages(vault),
    opened: openedPackages(vault),
  }
}

/** The card in a file, somebody else's. */
function cardIn(
  vault: OpenVault,
  path: string | null,
): Result<Identity, Extract<Failure<'packages.readCard'>, `${string}card${string}` | 'file-missing'>> {
  const bytes = readSmallFile(path, cardLength)
  if (!bytes.ok) return bytes
  const card = decodeCard(packageCrypto, bytes.value)
  if (!card.ok) return card
  const own = ownIdentity(vault)
  return own !== null && isSameIdentity(own, card.value) ? failed('own-card') : card
}
