import { Menu } from 'electron'
import type { Language } from '#shared/language'
import { applicationMenu } from './menu.ts'
import type { Profile } from './profile.ts'

/** The language of everything that is not the window's own, remembered from one start to the next. */
export type Speech = { language(): Language; choose(language: Language): void }

/** Shows the menu in the language remembered, and in each one chosen after. Only macOS has a menu. */
export function speechOf(profile: Profile): Speech {
  const showMenu = (language: Language): void =>
    Menu.setApplicationMenu(
      process.platform === 'darwin' ? Menu.buildFromTemplate(applicationMenu(language)) : null,
    )
  showMenu(profile.current().language)
  return {
    language: () => profile.current().language,
    choose(language) {
      profile.remember({ language })
      showMenu(language)
    },
  }
}
