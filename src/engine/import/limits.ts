import { maximumColumns } from '#core/import/mapping'

/** What a file may cost before it is refused. A notebook of some years fits; a longer one comes a year at a time. */
export const limits = {
  fileBytes: 50_000_000,
  /** An archive, once unpacked: all its entries together. */
  unpackedBytes: 200_000_000,
  archiveEntries: 2_000,
  /** Letters of a table, all its cells together: a workbook may say one long text twenty thousand times. */
  letters: 100_000_000,
  /** What the thread that reads may hold: a file that takes more ends that thread, not the engine. */
  readingMegabytes: 1536 as number,
  /** Beyond this many times its packed size, an entry of more than `smallEntryBytes` is a bomb. */
  packingRatio: 200,
  smallEntryBytes: 1_000_000,
  /** One act to undo is one frame of the journal, of 64 MiB at most: this many contacts with notes of 500 letters take 25. */
  rows: 20_000,
  columns: maximumColumns,
  /** Of a spreadsheet, empty ones too: the reader fills the rectangle. */
  cells: 5_000_000,
  /** A longer record is a quote that was never closed. */
  recordCharacters: 1_000_000,
  jsonDepth: 64,
} as const

export type ReadFailure =
  | 'import-no-file'
  | 'import-unreadable'
  | 'import-too-large'
  | 'import-format'
  | 'import-encoding'
  | 'import-malformed'
  | 'import-too-deep'
  | 'import-empty'
  | 'import-too-many-rows'
  | 'import-too-many-columns'
  | 'import-archive-suspicious'
