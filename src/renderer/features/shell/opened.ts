import { createContext } from 'react'
import type { Opened } from '#shared/contract/vault'

/** What unlocking told about the vault: shown once, under the top bar. */
export const OpenedContext = createContext<Opened | null>(null)
