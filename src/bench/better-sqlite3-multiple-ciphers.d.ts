/** The part of better-sqlite3-multiple-ciphers 13 the bench uses; the package ships no types. */
declare module 'better-sqlite3-multiple-ciphers' {
  interface Statement {
    run(...values: (string | number | null)[]): unknown
    all(...values: (string | number | null)[]): Record<string, unknown>[]
  }
  class Database {
    constructor(path: string)
    exec(sql: string): void
    pragma(sql: string): unknown
    prepare(sql: string): Statement
    close(): void
  }
  export default Database
}
