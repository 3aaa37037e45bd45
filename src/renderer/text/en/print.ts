import type { Texts } from '../fr.ts'

export const print: Texts['print'] = {
  preview: 'Preview',
  previewOf: 'Preview: {{title}}',
  toPreview: 'See the preview',
  drawing: 'Laying out…',
  pages_one: '{{count}} page',
  pages_other: '{{count}} pages',
  page: 'Page {{number}} of {{count}}',
  smaller: 'Make the preview smaller',
  fullWidth: 'Full width',
  larger: 'Make the preview larger',
  save: 'Save the PDF',
  saveAs: 'Save the PDF…',
}
