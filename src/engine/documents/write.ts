import { existsSync } from 'node:fs'
import { join, parse } from 'node:path'
import { failed, ok, type Result } from '#core/result'
import { writeFile, type FolderFailure } from '../release/folder.ts'

export type DocumentFile = { name: string; bytes: Uint8Array }
export type DocumentFailure = Exclude<FolderFailure, 'folder-not-empty'>

/** Writes a document in a folder, under a free name near its own: nothing there is ever replaced. Answers its path. */
export function writeDocument(
  folder: string,
  { name, bytes }: DocumentFile,
): Result<{ file: string }, DocumentFailure> {
  const file = freeName(folder, name)
  const written = writeFile(file, bytes)
  if (written.ok) return ok({ file })
  return failed(written.failure === 'folder-not-empty' ? 'write-failed' : written.failure)
}

function freeName(folder: string, name: string): string {
  const { name: stem, ext } = parse(name)
  const numbered = (number: number) => join(folder, number === 1 ? name : `${stem} (${number})${ext}`)
  let number = 1
  while (existsSync(numbered(number))) number += 1
  return numbered(number)
}
