import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guidePages, guidePicture, guideText, pageAbout } from './pages.ts'

const folder = join(import.meta.dirname, '../../../../docs/guide')
const pagesOnDisk = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
const linksOf = (file: string) =>
  [...guideText(file).matchAll(/(?<!!)\[[^\]]+\]\((?<to>[^)]+)\)/gu)].map(({ groups }) => groups?.['to'])
const picturesOf = (file: string) =>
  [...guideText(file).matchAll(/!\[(?<alt>[^\]]*)\]\((?<to>[^)]+)\)/gu)].map(({ groups }) => groups)

describe('the guide', () => {
  it('lists each of its pages once in its index', () => {
    expect(guidePages.map(({ file }) => file).toSorted()).toStrictEqual(pagesOnDisk.toSorted())
  })

  it.each(pagesOnDisk)('%s begins with the title its index gives', (file) => {
    const title = guidePages.find((page) => page.file === file)?.title
    expect(readFileSync(join(folder, file), 'utf8').split('\n', 1)[0]).toBe(`# ${title}`)
  })

  it.each(pagesOnDisk)('%s links to pages that exist', (file) => {
    for (const link of linksOf(file)) expect(pagesOnDisk).toContain(link)
  })

  it.each(pagesOnDisk)('%s shows described pictures that exist and that the window finds', (file) => {
    for (const picture of picturesOf(file)) {
      expect(picture?.['alt']).not.toBe('')
      expect(existsSync(join(folder, picture?.['to'] ?? ''))).toBe(true)
      expect(guidePicture(picture?.['to'] ?? '')).toBeDefined()
    }
  })

  it.each([
    '/',
    '/people',
    '/people/1',
    '/contacts',
    '/follow-ups',
    '/referrals',
    '/resources',
    '/incidents',
    '/activities',
    '/import/contacts',
    '/statistics',
    '/duties',
    '/meeting',
    '/settings',
  ])('has a page about the screen %s', (path) => {
    expect(pagesOnDisk).toContain(pageAbout(path))
  })
})
