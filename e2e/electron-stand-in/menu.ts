/** `Menu`: a description. No bar is drawn, and no accelerator is heard. */
import type * as E from 'electron'
import { recordCall } from './recorded.ts'
import { strict } from './strict.ts'

type Template = E.MenuItemConstructorOptions | E.MenuItem

class MenuOfItems {
  private static application: MenuOfItems | null = null
  items: E.MenuItem[] = []

  static buildFromTemplate(template: Template[]): MenuOfItems {
    const menu = new MenuOfItems()
    menu.items = template.map(toItem)
    return menu
  }
  static setApplicationMenu(menu: MenuOfItems | null): void {
    MenuOfItems.application = menu
  }
  static getApplicationMenu(): MenuOfItems | null {
    return MenuOfItems.application
  }
  append(menuItem: E.MenuItem): void {
    this.items.push(menuItem)
  }
  getMenuItemById(id: string): E.MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
  popup(options?: E.PopupOptions): void {
    recordCall('Menu.popup', options)
  }
}

/** A test may call its `click`, as a person would. */
function toItem(template: Template): E.MenuItem {
  const { submenu, type } = template
  const defaults = { enabled: true, visible: true, checked: false }
  const item = Object.assign(defaults, template, {
    type: type ?? (submenu ? 'submenu' : 'normal'),
    submenu: Array.isArray(submenu) ? MenuOfItems.buildFromTemplate(submenu) : submenu,
  })
  return item as unknown as E.MenuItem
}

export const Menu = strict(MenuOfItems, 'Menu')
