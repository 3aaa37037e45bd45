/** SQL files are bundled as text (Vite's `?raw`), so that the engine reads no source file at run time. */
declare module '*.sql?raw' {
  const text: string
  export default text
}
