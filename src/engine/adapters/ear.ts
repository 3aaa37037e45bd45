import jaroWinkler from 'talisman/metrics/jaro-winkler.js'
import fonem from 'talisman/phonetics/french/fonem.js'
import type { Ear } from '#core/caseload/duplicates'

const sayable = /^[a-z]+$/

/** FONEM, made for the names of the Saguenay (Bouchard and others, 1981), and Jaro-Winkler. */
export const ear: Ear = {
  // the last E after a consonant is mute: Philippe and Filip
  soundOf: (word) => (sayable.test(word) ? fonem(word).replace(/(?<=[^AEIOUY])E$/, '') : ''),
  likeness: jaroWinkler,
}
