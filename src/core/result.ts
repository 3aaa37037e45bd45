/** The outcome of an act that may fail in ways its caller must handle. Exceptions are bugs; these are not. */
export type Result<T, F extends string> = { ok: true; value: T } | { ok: false; failure: F }

export function ok(): Result<undefined, never>
export function ok<T>(value: T): Result<T, never>
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value }
}

export function failed<const F extends string>(failure: F): Result<never, F> {
  return { ok: false, failure }
}
