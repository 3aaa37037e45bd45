import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appImageOf, replaceAppImage } from './app-image.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'app-image-')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(process.platform === 'win32')('which AppImage runs', () => {
  test('the one that holds the program, even through a link', () => {
    const mounted = join(folder, '.mount_filigrXy')
    const link = join(folder, 'link')
    mkdirSync(mounted)
    writeFileSync(join(mounted, 'filigrane'), '')
    symlinkSync(mounted, link)
    const APPIMAGE = '/home/a/Filigrane.AppImage'
    for (const APPDIR of [mounted, link])
      expect(appImageOf({ APPIMAGE, APPDIR }, join(mounted, 'filigrane'))).toBe(APPIMAGE)
  })

  test('none when the program was only started from one', () => {
    const APPIMAGE = '/home/a/Editeur.AppImage'
    const program = '/opt/Filigrane/filigrane'
    expect(appImageOf({ APPIMAGE, APPDIR: '/tmp/.mount_editeuAb' }, program)).toBeUndefined()
    expect(appImageOf({ APPIMAGE }, program)).toBeUndefined()
    expect(appImageOf({}, program)).toBeUndefined()
  })
})

describe.skipIf(process.platform === 'win32')('the place of an AppImage', () => {
  test('is taken whole, and nothing is written through a link that waited there', () => {
    const [current, update, elsewhere] = ['a.AppImage', 'b', 'autre'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(current, 'la version en usage')
    writeFileSync(update, 'la nouvelle')
    writeFileSync(elsewhere, 'un fichier')
    symlinkSync(elsewhere, `${current}.new`)
    replaceAppImage(current, update)
    expect(readFileSync(current, 'utf8')).toBe('la nouvelle')
    expect(statSync(current).mode & 0o777).toBe(0o755)
    expect(readFileSync(elsewhere, 'utf8')).toBe('un fichier')
    expect(existsSync(`${current}.new`)).toBe(false)
  })

  test('is kept when the new one cannot be had', () => {
    const current = join(folder, 'a.AppImage')
    writeFileSync(current, 'la version en usage')
    expect(() => replaceAppImage(current, join(folder, 'absent'))).toThrow('ENOENT')
    expect(readFileSync(current, 'utf8')).toBe('la version en usage')
    expect(existsSync(`${current}.new`)).toBe(false)
  })
})
