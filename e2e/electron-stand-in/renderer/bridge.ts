/**
 * `contextBridge`, in the renderer. As in Electron, the page's own world and the preload's isolated one share only the DOM.
 * A detached element, handed over once in an event's `relatedTarget` before the page runs, carries CustomEvents, whose
 * `detail` Chromium itself structured-clones between worlds. Events are synchronous, thus so are the calls.
 */

export interface Bridge {
  expose(key: string, api: unknown): void
}

/**
 * Self-contained: sent to the renderer as text. Built-ins are taken before the page runs, which may replace its own.
 * @param me the name of this world: what it listens to begins with it
 */
export function makeBridge(port: EventTarget, me: string, you: string): Bridge {
  /** A value packed for the other world: plain, function, promise, error, array or object. */
  type Packed =
    | { v: unknown }
    | { f: number }
    | { p: number }
    | { e: string }
    | { a: Packed[] }
    | { o: [string, Packed][] }
  type AnyFunction = (...args: unknown[]) => unknown
  interface Details {
    call: { f: number; args: Packed[] }
    answer: { r: Packed } | { t: string }
    settle: { p: number; r: Packed } | { p: number; e: string }
    expose: { key: string; api: Packed }
  }

  // oxlint-disable-next-line typescript/unbound-method -- called through Reflect.apply
  const { dispatchEvent, addEventListener } = EventTarget.prototype
  const { defineProperty, entries, freeze, prototype: objectPrototype } = Object
  const { isArray } = Array
  const { apply } = Reflect
  const [CustomEventHere, ErrorHere, PromiseHere, StringHere] = [CustomEvent, Error, Promise, String]
  // oxlint-disable-next-line typescript/unbound-method -- called through Reflect.apply
  const { toString } = objectPrototype
  const fire = <Type extends keyof Details>(type: Type, detail: Details[Type]): void => {
    apply(dispatchEvent, port, [new CustomEventHere(you + type, { detail })])
  }
  const listen = <Type extends keyof Details>(type: Type, on: (detail: Details[Type]) => void): void => {
    const listener = (event: Event) => on((event as CustomEvent<Details[Type]>).detail)
    apply(addEventListener, port, [me + type, listener])
  }
  const messageOf = (error: unknown): string => StringHere((error as Error | undefined)?.message ?? error)

  const functions = new Map<number, AnyFunction>()
  const promises = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  let answer: Details['answer'] | undefined

  const packPromise = (promise: Promise<unknown>): Packed => {
    const p = ++last
    promise.then(
      (result) => fire('settle', { p, r: pack(result) }),
      (error: unknown) => fire('settle', { p, e: messageOf(error) }),
    )
    return { p }
  }
  const pack = (value: unknown, depth = 0): Packed => {
    if (depth > 1000) throw new TypeError('contextBridge: recursion limit reached')
    if (typeof value === 'function') {
      functions.set(++last, value as AnyFunction)
      return { f: last }
    }
    if (typeof value === 'symbol') return { v: undefined }
    if (value === null || typeof value !== 'object') return { v: value }
    if (value instanceof PromiseHere) return packPromise(value)
    if (value instanceof ErrorHere) return { e: value.message }
    if (isArray(value)) return { a: value.map((item) => pack(item, depth + 1)) }
    if (apply(toString, value, []) !== '[object Object]') return { v: value }
    return { o: entries(value).map(([key, member]) => [key, pack(member, depth + 1)]) }
  }

  const callOther = (f: number, args: unknown[]): unknown => {
    const outer = answer
    answer = undefined
    fire('call', { f, args: args.map((arg) => pack(arg)) })
    // Set by the event just fired; TypeScript cannot see it.
    const got = answer as Details['answer'] | undefined
    answer = outer
    if (!got) throw new ErrorHere('contextBridge: the other world is gone')
    if ('t' in got) throw new ErrorHere(got.t)
    return unpack(got.r, false)
  }
  const unpack = (packed: Packed, frozen: boolean): unknown => {
    const kept = <T>(made: T): T => (frozen ? freeze(made) : made)
    if ('f' in packed) return kept((...args: unknown[]) => callOther(packed.f, args))
    if ('p' in packed) {
      const waiting = PromiseHere.withResolvers<unknown>()
      promises.set(packed.p, waiting)
      return waiting.promise
    }
    if ('e' in packed) return new ErrorHere(packed.e)
    if ('a' in packed) return kept(packed.a.map((item) => unpack(item, frozen)))
    if ('v' in packed) return packed.v
    const object = {}
    for (const [key, member] of packed.o)
      defineProperty(object, key, {
        value: unpack(member, frozen),
        enumerable: true,
        writable: true,
        configurable: true,
      })
    return kept(object)
  }

  listen('call', ({ f, args }) => {
    try {
      fire('answer', { r: pack(functions.get(f)?.(...args.map((arg) => unpack(arg, false)))) })
    } catch (error) {
      fire('answer', { t: messageOf(error) })
    }
  })
  listen('answer', (detail) => {
    answer = detail
  })
  listen('settle', (detail) => {
    const waiting = promises.get(detail.p)
    promises.delete(detail.p)
    if ('r' in detail) waiting?.resolve(unpack(detail.r, false))
    else waiting?.reject(new ErrorHere(detail.e))
  })
  listen('expose', ({ key, api }) =>
    defineProperty(globalThis, key, {
      value: unpack(api, true),
      enumerable: true,
      writable: false,
      configurable: false,
    }),
  )
  return { expose: (key, api) => fire('expose', { key, api: pack(api) }) }
}
