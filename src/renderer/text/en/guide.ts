import type { Texts } from '../fr.ts'

export const guide: Texts['guide'] = {
  title: 'Guide',
  open: 'Guide',
  page: 'Page of the guide',
  pages: 'Pages of the guide',
  inFrench: 'The guide is written in French.',
}
