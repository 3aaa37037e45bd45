export const guide = {
  title: 'Guide',
  open: 'Guide',
  page: 'Page du guide',
  pages: 'Pages du guide',
  inFrench: 'Le guide est écrit en français.',
} as const
