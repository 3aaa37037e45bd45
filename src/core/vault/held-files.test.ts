import { beforeEach, expect, test } from 'vitest'
import { holdFiles } from './held-files.ts'
import { FileFault, type FileSystem, type OpenFile } from './ports.ts'
import { createMemoryFiles, type MemoryFiles } from './testing/memory-files.ts'
import { writeWhole } from './whole-files.ts'

let disk: MemoryFiles
let openings: string[]
/** What the next reads and closings throw instead. */
let refusals: unknown[]
let files: FileSystem

beforeEach(() => {
  disk = createMemoryFiles()
  for (const name of ['a', 'b', 'c'])
    writeWhole(disk, `/${name}`, new TextEncoder().encode(`${name}123`), 'create')
  openings = []
  refusals = []
  const refused = (file: OpenFile): OpenFile => {
    let isClosed = false
    return {
      ...file,
      read(...asked) {
        if (isClosed) throw new TypeError('closed')
        if (refusals.length > 0) throw refusals.shift()
        return file.read(...asked)
      },
      close() {
        isClosed = true
        file.close()
      },
    }
  }
  files = {
    ...disk,
    open(path, mode) {
      openings.push(path)
      expect(mode).toBe('read')
      return refused(disk.open(path, mode))
    },
  }
})

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('a file is opened once, however often it is read', () => {
  const held = holdFiles(files)
  expect([held.readPart('/a', 0, 2), held.readPart('/a', 2, 9), held.readPart('/b', 0, 1)].map(text)).toEqual(
    ['a1', '23', 'b'],
  )
  expect(openings).toEqual(['/a', '/b'])
  expect(disk.held()).toEqual(['/a', '/b'])
})

test('those read last are kept open, and none once let go', () => {
  const held = holdFiles(files, 2)
  for (const path of ['/a', '/b', '/a', '/c']) held.readPart(path, 0, 1)
  expect(disk.held()).toEqual(['/a', '/c'])
  expect(text(held.readPart('/b', 0, 4))).toBe('b123')
  held.letGoOfAll()
  expect(disk.held()).toEqual([])
  expect(text(held.readPart('/b', 0, 4))).toBe('b123')
})

test('one that is let go is closed, the others stay; one that is not held is nothing', () => {
  const held = holdFiles(files)
  for (const path of ['/a', '/b']) held.readPart(path, 0, 1)
  held.letGo('/a')
  held.letGo('/c')
  expect(disk.held()).toEqual(['/b'])
})

test('a file that was open and is refused is opened again, once', () => {
  const held = holdFiles(files)
  held.readPart('/a', 0, 1)
  refusals = [new FileFault('unreadable')]
  expect(text(held.readPart('/a', 0, 4))).toBe('a123')
  expect(openings).toEqual(['/a', '/a'])
  refusals = [new FileFault('unreadable'), new FileFault('unreadable')]
  expect(() => held.readPart('/a', 0, 4)).toThrow(FileFault)
  expect(openings).toEqual(['/a', '/a', '/a'])
  held.letGoOfAll()
  expect(disk.held()).toEqual([])
})

test('a file just opened and refused is not tried again, nor is one after a bug', () => {
  const held = holdFiles(files)
  refusals = [new FileFault('unreadable')]
  expect(() => held.readPart('/a', 0, 1)).toThrow(FileFault)
  refusals = [new TypeError('bug')]
  expect(() => held.readPart('/a', 0, 1)).toThrow('bug')
  expect(() => held.readPart('/none', 0, 1)).toThrow(FileFault)
  expect(openings).toEqual(['/a', '/none'])
})

test('a closing refused costs nothing, unless it is a bug', () => {
  const closing = (thrown: unknown): FileSystem => ({
    ...disk,
    open: (path, mode) => ({
      ...disk.open(path, mode),
      close() {
        throw thrown
      },
    }),
  })
  for (const [thrown, bug] of [
    [new FileFault('unwritable'), null],
    [new TypeError('bug'), 'bug'],
  ] as const) {
    const held = holdFiles(closing(thrown))
    held.readPart('/a', 0, 1)
    if (bug) expect(() => held.letGoOfAll()).toThrow(bug)
    else held.letGoOfAll()
    expect(text(held.readPart('/a', 0, 1))).toBe('a')
  }
})
