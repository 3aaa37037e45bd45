import { createInstance, type ParseKeys } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#shared/language'
import { en } from './en.ts'
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
const languages = { fr, en } satisfies Record<Language, Texts>
/** Dates, numbers and sorting follow the country, whatever the language. */
const locales = { fr: 'fr-CA', en: 'en-CA' } as const satisfies Record<Language, string>

void i18n.use(initReactI18next).init({
  lng: locales.fr,
  fallbackLng: 'fr',
  resources: { fr: { translation: languages.fr }, en: { translation: languages.en } },
  // the texts are in the bundle and React escapes: no waiting, no second escaping
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** Whether the history knows a name for that act: what comes from the engine is any text. */
export const isActKey = (key: string): key is Extract<TextKey, `acts.${string}`> => i18n.exists(key)

/** For plain functions; components use `useTranslation()`, which also follows a change of language. */
export const t = i18n.t

/** `fr-CA` or `en-CA`: what formats and sorts in the language of the window. */
export const locale = (): string => i18n.language

/** That of the window now. */
export const languageNow = (): Language => (i18n.language === locales.en ? 'en' : 'fr')

/** Changes the language of the window, and what screen readers pronounce it as. */
export function speak(language: Language): void {
  document.documentElement.lang = locales[language]
  void i18n.changeLanguage(locales[language])
}
