/** The two functions this project uses; the package brings no types. */
declare module 'talisman/phonetics/french/fonem.js' {
  export default function fonem(name: string): string
}
declare module 'talisman/metrics/jaro-winkler.js' {
  /** From 0 to 1. */
  export default function jaroWinkler(one: string, other: string): number
}
