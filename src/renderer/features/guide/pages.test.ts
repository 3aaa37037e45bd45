import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fr } from '../../text/fr.ts'
import { guidePages, guidePicture, guideText, pageAbout } from './pages.ts'

const folder = join(import.meta.dirname, '../../../../docs/guide')
const pagesOnDisk = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
const linksOf = (file: string) =>
  [...guideText(file).matchAll(/(?<!!)\[[^\]]+\]\((?<to>[^)]+)\)/gu)].map(({ groups }) => groups?.['to'])
const picturesOf = (file: string) =>
  [...guideText(file).matchAll(/!\[(?<alt>[^\]]*)\]\((?<to>[^)]+)\)/gu)].map(({ groups }) => groups)

const plain = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()
const textsOf = (node: unknown): string[] =>
  typeof node === 'string' ? [plain(node)] : Object.values(node as object).flatMap(textsOf)
/** Quoted, but no text of the window. */
const elsewhere = new Set([
  'êtes-vous certaine ?', // what it never asks
  'Interventions de novembre · avec… · thème logement', // a sentence made of several
  '2 suivis prévus', // the system’s notification
  'Comment ces chiffres protègent les personnes', // in the report
  'Enregistré à … n° …', // two texts, side by side
  'aside', // a folder
])

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

  it.each(pagesOnDisk)('%s quotes what the window says', (file) => {
    const texts = textsOf(fr)
    const quotes = [...guideText(file).matchAll(/«\s(?<quote>[^»]+)\s»/gu)].map(({ groups }) =>
      plain(groups?.['quote'] ?? ''),
    )
    // an ellipsis stands for what changes
    const isSaid = (quote: string) =>
      texts.some((text) => quote.split('…').every((part) => text.includes(part.trim())))
    expect(quotes.filter((quote) => !elsewhere.has(quote) && !isSaid(quote))).toStrictEqual([])
  })

  it.each(pagesOnDisk)('%s shows described pictures that exist and that the window finds', (file) => {
    expect(picturesOf(file)).not.toEqual([])
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
