/** The guide is written once, in docs/guide, where it also reads without the app; the app shows the same files. */
const sources = import.meta.glob<string>('../../../../docs/guide/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const pictures = import.meta.glob<string>('../../../../docs/guide/images/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})
const nameIn = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const sourceOf = new Map(Object.entries(sources).map(([path, source]) => [nameIn(path), source]))
const pictureOf = new Map(Object.entries(pictures).map(([path, url]) => [nameIn(path), url]))

export type GuidePage = { file: string; title: string }

/** The pages in the order of the guide's own index (docs/guide/README.md): its lines « - [Title](file.md) ». */
export const guidePages: readonly GuidePage[] = [
  ...(sourceOf.get('README.md') ?? '').matchAll(/^- \[(?<title>[^\]]+)\]\((?<file>[^)]+\.md)\)/gmu),
].map(({ groups }) => ({ file: groups?.['file'] ?? '', title: groups?.['title'] ?? '' }))

export const guideText = (file: string): string => sourceOf.get(file) ?? ''

/** Where the window finds a picture the guide names « images/today.png ». */
export const guidePicture = (source: string): string | undefined => pictureOf.get(nameIn(source))

const pageOfScreen: readonly (readonly [path: string, file: string])[] = [
  ['/people', 'personnes.md'],
  ['/contacts', 'interventions.md'],
  ['/follow-ups', 'suivis.md'],
  ['/referrals', 'referencements.md'],
  ['/resources', 'ressources.md'],
  ['/incidents', 'conflits-d-usage.md'],
  ['/activities', 'activites.md'],
  ['/import', 'importer.md'],
  ['/meeting', 'reunion-d-equipe.md'],
  ['/statistics', 'publier.md'],
  ['/duties', 'obligations.md'],
  ['/meeting', 'dossiers-de-revision.md'],
  ['/settings', 'reglages.md'],
  ['/', 'note-eclair.md'],
]

/** The page about a screen, by its address in the window. */
export const pageAbout = (path: string): string =>
  pageOfScreen.find(([start]) => path.startsWith(start))?.[1] ?? 'premier-jour.md'
