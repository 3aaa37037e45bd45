/** The `item` of `will-download`. Chromium has refused it already: nothing is ever written. */
import { recordCall } from './recorded.ts'
import { strict } from './strict.ts'

export function downloadItem(url: string, filename: string) {
  recordCall('download', url, filename)
  return strict(
    {
      getURL: () => url,
      getFilename: () => filename,
      cancel: () => {},
      getState: () => 'cancelled' as const,
    },
    'DownloadItem',
  )
}
