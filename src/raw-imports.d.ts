/** SQL files are bundled as text (Vite's `?raw`), so that the engine reads no source file at run time. */
declare module '*.sql?raw' {
  const text: string
  export default text
}

/** The typeface of printed reports is bundled as a `data:` address: a report refers to nothing outside itself. */
declare module '*.woff2?inline' {
  const address: string
  export default address
}

declare module '*.csv?raw' {
  const text: string
  export default text
}
