/** `nativeTheme`: its source becomes each page's `prefers-color-scheme`. */
import type * as E from 'electron'
import { EventEmitter } from 'node:events'
import { strict } from './strict.ts'

class NativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors: boolean = false
  readonly prefersReducedTransparency: boolean = false
  readonly inForcedColorsMode: boolean = false
  private source: E.NativeTheme['themeSource'] = 'system'

  get themeSource(): E.NativeTheme['themeSource'] {
    return this.source
  }
  set themeSource(source: E.NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Invalid themeSource: ${source}`)
    if (source === this.source) return
    this.source = source
    this.emit('updated')
  }
  /** The stand-in's desktop is light. */
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark'
  }
}
export const rawNativeTheme = new NativeTheme()
export const nativeTheme = strict(rawNativeTheme, 'nativeTheme')
