import { failed, ok } from '#core/result'
import {
  adoptCatalogue,
  proposeCatalogue,
  simulateCatalogue,
  viewCatalogue,
} from '#core/statistics/catalogues'
import type { Handlers } from '#shared/contract'
import type { EnginePorts } from '../ports.ts'
import { hashing } from '../release/hashing.ts'
import type { Session } from '../session.ts'

type CatalogueHandlers = Pick<
  Handlers<'engine'>,
  'catalogue.read' | 'catalogue.propose' | 'catalogue.simulate' | 'catalogue.adopt'
>

export function catalogueHandlers(session: Session, ports: EnginePorts): CatalogueHandlers {
  return {
    'catalogue.read': ({ year }) => {
      const vault = session.current()?.vault
      return vault ? ok(viewCatalogue(vault, year)) : failed('vault-locked')
    },
    'catalogue.propose': ({ year }) => {
      const vault = session.current()?.vault
      return vault ? ok(proposeCatalogue(vault, year)) : failed('vault-locked')
    },
    'catalogue.simulate': (draft) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const sizes = simulateCatalogue(vault, draft)
      return sizes.ok ? ok({ sizes: sizes.value }) : sizes
    },
    'catalogue.adopt': (draft) => {
      const vault = session.current()?.vault
      if (!vault) return failed('vault-locked')
      const thisYear = Number(ports.clock.now().slice(0, 4))
      const adopted = vault.transact((tx) => adoptCatalogue(tx, draft, thisYear, hashing.newKey))
      if (!adopted.ok) return adopted
      session.changed()
      return ok(viewCatalogue(vault, draft.year))
    },
  }
}
