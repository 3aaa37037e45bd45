import { expect, test } from 'vitest'
import { language } from '#shared/language'
import { applicationMenu } from './menu.ts'

test.each(language.options)('every item of the menu has its label: %s', (chosen) => {
  const all = applicationMenu(chosen).flatMap(({ submenu, ...head }) => [
    head,
    ...(Array.isArray(submenu) ? submenu : []),
  ])
  const named = all.filter(({ type }) => type !== 'separator')
  expect(named.filter(({ label }) => !label)).toEqual([])
  expect(named.map(({ role }) => role)).not.toContain('reload')
})

test('the menu is told in the language chosen', () => {
  const labels = (chosen: 'fr' | 'en') => applicationMenu(chosen).map(({ label }) => label)
  expect(labels('fr')).toEqual(['Filigrane', 'Édition', 'Fenêtre'])
  expect(labels('en')).toEqual(['Filigrane', 'Edit', 'Window'])
})
