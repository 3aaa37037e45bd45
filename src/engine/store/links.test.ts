import { existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StorePorts } from '../store.ts'
import { createNotes, realPorts, temporaryFolder, tryOpenNotes } from './testing/real-ports.ts'

/** Links that somebody else who may write beside the vault has put there, before its owner opens it. */
let place: ReturnType<typeof temporaryFolder>
let ports: StorePorts
let folder: string
let elsewhere: string
beforeEach(async () => {
  place = temporaryFolder()
  ports = await realPorts()
  folder = `${place.path}/carnet.filigrane`
  elsewhere = `${place.path}/Documents`
  createNotes(ports, folder).close()
  mkdirSync(`${elsewhere}/packs`, { recursive: true })
  for (const name of ['lettre.txt', 'packs/photo.jpg']) writeFileSync(`${elsewhere}/${name}`, 'somebody’s')
})
afterEach(() => place.remove())

const whatIsElsewhere = () => new Set(readdirSync(elsewhere, { recursive: true, encoding: 'utf8' }))
const openAndClose = () => {
  const opened = tryOpenNotes(ports, folder)
  if (opened.ok) opened.value.close()
  return opened.ok ? 'opened' : opened.failure
}

test.skipIf(process.platform === 'win32').each(['aside/0001', 'aside/0001.tmp', 'aside'])(
  'a link at %s has nothing removed where it leads',
  (link) => {
    if (link !== 'aside') mkdirSync(`${folder}/aside`)
    else mkdirSync(`${elsewhere}/0001`)
    symlinkSync(elsewhere, `${folder}/${link}`)
    const before = whatIsElsewhere()
    expect(openAndClose()).toBe('opened')
    expect(whatIsElsewhere()).toEqual(before)
    expect(existsSync(`${folder}/${link}`)).toBe(link === 'aside')
  },
)

test.skipIf(process.platform === 'win32')(
  'packs moved among somebody’s files are not collected there',
  () => {
    for (const name of readdirSync(`${folder}/packs`))
      renameSync(`${folder}/packs/${name}`, `${elsewhere}/${name}`)
    renameSync(`${folder}/packs`, `${place.path}/empty`)
    symlinkSync(elsewhere, `${folder}/packs`)
    const before = whatIsElsewhere()
    expect(openAndClose()).toBe('not-a-vault')
    expect(whatIsElsewhere()).toEqual(before)
  },
)
