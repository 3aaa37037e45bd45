import type { MenuItemConstructorOptions } from 'electron'
import type { Language } from '#shared/language'
import { nativeText } from '#shared/native-text'

/**
 * What macOS needs to quit and to copy; Electron's default menu would also reload the page and open its tools.
 * Each item has its label: Electron names its roles in English only.
 */
export function applicationMenu(language: Language): MenuItemConstructorOptions[] {
  const { menu } = nativeText[language]
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const items = (...roles: Exclude<keyof typeof menu, 'edit' | 'window'>[]): MenuItemConstructorOptions[] =>
    roles.map((role) => ({ role, label: menu[role] }))
  return [
    {
      role: 'appMenu',
      label: 'Filigrane',
      submenu: [
        ...items('about'),
        separator,
        ...items('hide', 'hideOthers', 'unhide'),
        separator,
        ...items('quit'),
      ],
    },
    {
      role: 'editMenu',
      label: menu.edit,
      submenu: [...items('undo', 'redo'), separator, ...items('cut', 'copy', 'paste', 'selectAll')],
    },
    {
      role: 'windowMenu',
      label: menu.window,
      submenu: [...items('minimize', 'zoom'), separator, ...items('front')],
    },
  ]
}
