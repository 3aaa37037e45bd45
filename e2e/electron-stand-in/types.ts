/** Holds the stand-in to Electron's own types, when `tsc -p e2e` runs. */
import type * as E from 'electron'
import type { EventEmitter } from 'node:events'
import type * as S from './electron.ts'
import type { WebContents } from './web-contents.ts'

/**
 * Where a stand-in object (Mine) departs from Electron's type (Theirs): the paths of members Electron has not, and of
 * those whose arguments or results would not do. Members the stand-in lacks are no fault: they throw. `any` is a fault.
 */
type Misfits<Mine, Theirs, Path extends string = '', Depth extends 0[] = []> = Depth['length'] extends 4
  ? never
  : IsAny<Mine> extends true
    ? IsAny<Theirs> extends true
      ? never
      : `${Path}: any`
    : [Mine] extends [Theirs]
      ? never
      : [Extract<Mine, Nothing>] extends [Theirs]
        ? Differences<NonNullable<Mine>, NonNullable<Theirs>, Path, [...Depth, 0]>
        : `${Path}: null or undefined`

type Differences<Mine, Theirs, Path extends string, Depth extends 0[]> =
  Mine extends Promise<infer Value>
    ? Theirs extends Promise<infer TheirValue>
      ? Misfits<Value, TheirValue, Path, Depth>
      : `${Path}: promise`
    : Mine extends readonly (infer Item)[]
      ? Theirs extends readonly (infer TheirItem)[]
        ? Misfits<Item, TheirItem, `${Path}[]`, Depth>
        : `${Path}: array`
      : Mine extends (...args: infer Args) => infer Result
        ? Theirs extends (...args: infer TheirArgs) => infer TheirResult
          ?
              | ([TheirArgs] extends [Args] ? never : `${Path}: parameters`)
              | ([TheirResult] extends [void] ? never : Misfits<Result, TheirResult, `${Path}()`, Depth>)
          : `${Path}: function`
        : Mine extends object
          ? Theirs extends object
            ? MemberMisfits<Mine, Theirs, Path, Depth>
            : `${Path}: object`
          : `${Path}: type`

type MemberMisfits<Mine, Theirs, Path extends string, Depth extends 0[]> = {
  [Key in Exclude<keyof Mine, Skipped> & string]: Key extends keyof Theirs
    ? Misfits<Mine[Key], Theirs[Key], `${Path}.${Key}`, Depth>
    : `${Path}.${Key}: not in Electron`
}[Exclude<keyof Mine, Skipped> & string]

type IsAny<T> = 0 extends 1 & T ? true : false
type Nothing = null | undefined
/** Our own internals begin with `_`. */
type Skipped = keyof EventEmitter | 'prototype' | `_${string}` | symbol

type Names = Exclude<keyof typeof S, 'default' | 'module.exports'>
interface Faults {
  modules: { [K in Names]: Misfits<(typeof S)[K], (typeof E)[K], K> }[Names]
  windows: Misfits<InstanceType<typeof S.BrowserWindow>, E.BrowserWindow, 'new BrowserWindow'>
  contents: Misfits<WebContents, E.WebContents, 'WebContents'>
}

/** When this line fails, its message lists the first faults by path. */
export const noFaults: Faults extends Record<keyof Faults, never> ? true : Faults = true

interface Wrong {
  readText: () => string
  writeText: (text: number) => Promise<void>
  has: (mimetype: string) => Promise<number>
  lost: () => void
}
/** And this one fails when the check above has gone blind. */
export const stillSees: Record<Misfits<Wrong, E.Clipboard, 'clipboard'>, true> = {
  'clipboard.readText(): type': true,
  'clipboard.writeText: parameters': true,
  'clipboard.has(): type': true,
  'clipboard.lost: not in Electron': true,
}
