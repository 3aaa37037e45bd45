/** Structured clone over text: what Electron's IPC can carry, no more. */

export interface Codec {
  /** Throws 'An object could not be cloned.', as Electron does. */
  encode(value: unknown): string
  decode(text: string): unknown
}

/** Self-contained: the renderer receives the text of this very function (`Function.toString`). */
export function makeCodec(): Codec {
  /** A value that JSON has: itself. Any other: an array that begins with a letter for its type. */
  type Coded = null | string | number | boolean | [tag: string, ...rest: unknown[]]
  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }

  const toBase64 = (bytes: Uint8Array): string => {
    if (typeof Buffer === 'function')
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    let text = ''
    // In slices: `apply` takes a limited number of arguments.
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
    typeof Buffer === 'function'
      ? new Uint8Array(Buffer.from(text, 'base64'))
      : Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

  function encode(value: unknown): string {
    let clone: unknown
    try {
      clone = structuredClone(value)
    } catch {
      return refuse()
    }
    const seen = new Map<object, number>()
    const codeNumber = (n: number): Coded =>
      Number.isFinite(n) && !Object.is(n, -0) ? n : ['n', Object.is(n, -0) ? '-0' : String(n)]
    const code = (item: unknown): Coded => {
      if (item === null || typeof item === 'string' || typeof item === 'boolean') return item
      if (item === undefined) return ['u']
      if (typeof item === 'number') return codeNumber(item)
      if (typeof item === 'bigint') return ['i', String(item)]
      if (typeof item !== 'object') return refuse()
      const known = seen.get(item)
      if (known !== undefined) return ['r', known]
      seen.set(item, seen.size)
      return codeObject(item)
    }
    const codeObject = (item: object): Coded => {
      if (Array.isArray(item)) return ['a', item.map(code)]
      if (item instanceof Date) return ['d', item.getTime()]
      if (item instanceof RegExp) return ['x', item.source, item.flags]
      if (item instanceof Map) return ['m', [...item].map((pair) => pair.map(code))]
      if (item instanceof Set) return ['s', [...item].map(code)]
      if (item instanceof Error) return ['e', item.name, item.message, item.stack]
      if (item instanceof ArrayBuffer) return ['b', 'ArrayBuffer', toBase64(new Uint8Array(item))]
      if (ArrayBuffer.isView(item)) {
        const bytes = new Uint8Array(item.buffer, item.byteOffset, item.byteLength)
        return ['b', item.constructor.name, toBase64(bytes)]
      }
      if (Object.getPrototypeOf(item) !== Object.prototype) return refuse()
      return ['o', Object.entries(item).map(([key, member]) => [key, code(member)])]
    }
    return JSON.stringify(code(clone))
  }

  type ViewConstructor = new (buffer: ArrayBuffer) => ArrayBufferView
  function decode(text: string): unknown {
    // In the order of `encode`, which numbers an object before its members.
    const seen: unknown[] = []
    const keep = <T>(made: T): T => {
      seen.push(made)
      return made
    }
    const read = (coded: unknown): unknown => (Array.isArray(coded) ? readTagged(coded) : coded)
    const readTagged = ([tag, first, second, third]: unknown[]): unknown => {
      switch (tag) {
        case 'u':
          return undefined
        case 'n':
          return Number(first)
        case 'i':
          return BigInt(first as string)
        case 'r':
          return seen[first as number]
        case 'd':
          return keep(new Date(first as number))
        case 'x':
          return keep(new RegExp(first as string, second as string))
        case 'b':
          return keep(readBytes(first as string, fromBase64(second as string).buffer))
        case 'e': {
          const error = new Error(second as string)
          return keep(Object.assign(error, { name: first, stack: third }))
        }
        default:
          return readContainer(tag, first as unknown[])
      }
    }
    const readBytes = (type: string, buffer: ArrayBuffer) =>
      type === 'ArrayBuffer'
        ? buffer
        : Reflect.construct((globalThis as unknown as Record<string, ViewConstructor>)[type] ?? refuse, [
            buffer,
          ])
    const readContainer = (tag: unknown, items: unknown[]): unknown => {
      switch (tag) {
        case 'a': {
          const array: unknown[] = keep([])
          for (const item of items) array.push(read(item))
          return array
        }
        case 'm': {
          const map = keep(new Map<unknown, unknown>())
          for (const [key, item] of items as [unknown, unknown][]) map.set(read(key), read(item))
          return map
        }
        case 's': {
          const set = keep(new Set<unknown>())
          for (const item of items) set.add(read(item))
          return set
        }
        default: {
          const object: object = keep({})
          // Not an assignment: a key may be __proto__.
          for (const [key, item] of items as [string, unknown][])
            Object.defineProperty(object, key, {
              value: read(item),
              writable: true,
              enumerable: true,
              configurable: true,
            })
          return object
        }
      }
    }
    return read(JSON.parse(text))
  }
  return { encode, decode }
}
