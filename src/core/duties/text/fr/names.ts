import type { PlainDocument, RegisterName } from '../../documents/names.ts'

/** The title of each document in its PDF, and the beginning of its file's name. */
export const documentNames = {
  notice: { title: 'Ce que je note, et pourquoi', file: 'avis-de-collecte' },
  consents: { title: 'Registre des consentements', file: 'registre-des-consentements' },
} satisfies Record<PlainDocument | RegisterName, { title: string; file: string }>
