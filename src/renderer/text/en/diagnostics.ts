import type { Texts } from '../fr.ts'

export const diagnostics: Texts['diagnostics'] = {
  tab: 'Troubleshooting',
  title: 'Technical report',
  note: 'When something goes wrong, this report helps whoever helps you. It holds versions, codes and times: no notes, no names, no file names. Nothing is sent.',
  create: 'Create a report…',
  report: 'The whole report',
  everything: 'This is all it contains. Nothing else will be written.',
  save: 'Save the report…',
  saved: 'Report saved as “{{name}}”.',
}
