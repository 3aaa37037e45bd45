import { languageNow } from '../text/i18n.ts'

/** `12,4 Mo`. */
export const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(`${languageNow()}-CA`, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1e6)
