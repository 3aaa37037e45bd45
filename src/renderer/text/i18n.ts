import { createInstance, type ParseKeys } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { fr, type Texts } from './fr.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof fr }
  }
}

/** Any sentence of the program, by its place in `fr.ts`. */
export type TextKey = ParseKeys

const i18n = createInstance()
/** A language is whole or it does not compile. */
const languages = { fr } satisfies Record<string, Texts>

void i18n.use(initReactI18next).init({
  lng: 'fr-CA',
  fallbackLng: 'fr',
  resources: { fr: { translation: languages.fr } },
  // the texts are in the bundle and React escapes: no waiting, no second escaping
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** Whether the history knows a name for that act: what comes from the engine is any text. */
export const isActKey = (key: string): key is Extract<TextKey, `acts.${string}`> => i18n.exists(key)

/** For plain functions; components use `useTranslation()`, which also follows a change of language. */
export const t = i18n.t
