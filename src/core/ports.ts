/** What the core receives from its host instead of importing it. */
export interface Clock {
  /** Local wall-clock minute, `YYYY-MM-DDTHH:mm`: what the worker reads on the wall is what is recorded. */
  now(): string
}

/** A new time-ordered identifier (UUID version 7, RFC 9562). */
export type NewId = () => string
