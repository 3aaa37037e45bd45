/** Small things every imitated object needs. */

/** Asked of any object by `await` and by `JSON.stringify`, not by the app. */
const PROBED = new Set(['then', 'toJSON'])

/** Unknown members throw instead of being undefined, so that nothing the app calls is silently missing. */
export function strict<T extends object>(target: T, name: string): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'symbol' || key in object || PROBED.has(key))
        return Reflect.get(object, key) as unknown
      throw new Error(`stand-in: ${name}.${key} is not implemented`)
    },
  })
}

/** A member that exists in Electron, and that the app must never use. */
export const forbidden = (name: string) => (): never => {
  throw new Error(`stand-in: ${name} is not available`)
}

/** The event object of Electron: its first listener argument, with what the event itself adds. */
export class StandInEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

export function eventWith<T extends object>(members: T): StandInEvent & T {
  return Object.assign(new StandInEvent(), members)
}
