import { firstDayOf, isQuarter, lastDayOf, yearOf, type Period } from '../../period.ts'
import type { TableAttribute } from '../../disclosure/catalogue.ts'

/** Every French word of a published report. */

const whole = new Intl.NumberFormat('fr-CA')
const longDate = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeZone: 'UTC' })
const ordinals: Record<string, string> = { 1: '1ᵉʳ', 2: '2ᵉ', 3: '3ᵉ', 4: '4ᵉ' }

/** No line breaks before a high mark, inside guillemets, after ≈ or inside a number. */
export function typeset(text: string): string {
  return text
    .replaceAll(/ (?=[:;?!»%])/gu, '\u00A0')
    .replaceAll(/(?<=[«≈]) /gu, '\u00A0')
    .replaceAll(/(?<=\d) (?=\d{3})/gu, '\u00A0')
}

export const number = (value: number): string => whole.format(value)
export const approximately = (value: number): string => `≈ ${number(value)}`

function date(day: string): string {
  const text = longDate.format(Date.parse(day))
  return text.replace(/^1\s/u, '1ᵉʳ ').replaceAll(' ', '\u00A0')
}

/** 62 h 30; the value is in hours. */
export function hours(value: number): string {
  const minutes = Math.round(value * 60)
  const rest = minutes % 60
  const past = rest === 0 ? '' : `\u00A0${String(rest).padStart(2, '0')}`
  return `${number(Math.floor(minutes / 60))}\u00A0h${past}`
}

export function periodName(period: Period): string {
  if (!isQuarter(period)) return `Année ${period}`
  return `${ordinals[period.slice(6)]} trimestre ${yearOf(period)}`
}

export const periodDays = (period: Period): string =>
  `du ${date(firstDayOf(period))} au ${date(lastDayOf(period))}`

export const reportText = {
  brand: 'Filigrane',
  title: 'Travail de milieu en bibliothèque',
  subtitle: 'Publication statistique anonyme',
  documentTitle: (period: Period) => `Travail de milieu en bibliothèque, ${periodName(period).toLowerCase()}`,
  titles: {
    kind: 'Ce qui a été fait',
    themeGroup: 'De quoi il a été question',
    theme: 'Les thèmes en détail',
    gender: 'Genre',
    ageBand: 'Âge',
    outcome: 'Suites des référencements',
    incidentIntensity: 'Conflits d’usage',
  } satisfies Record<TableAttribute, string>,
  counted: {
    contacts: 'Interventions',
    incidents: 'Conflits',
    referrals: 'Référencements',
  },
  figures: {
    contacts: 'interventions',
    persons: 'personnes différentes',
    hours: 'd’intervention',
    aid: 'articles remis en dépannage',
  },
  totals: { contacts: 'Interventions', persons: 'Personnes différentes', hours: 'Heures d’intervention' },
  columns: { label: 'Catégorie', chart: 'En proportion', item: 'Article', quantity: 'Quantité' },
  merged: (labels: readonly string[]) => `Autres, regroupés : ${labels.map(lowerFirst).join(' · ')}`,
  allMerged: 'Toutes les catégories réunies',
  withheld: 'x',
  withheldTable: 'Trop peu de cas pour qu’un chiffre soit publié (x).',
  notes: {
    kind: 'Chaque intervention est comptée une fois, sous sa nature principale.',
    themeGroup: 'Chaque intervention est comptée une fois, sous son thème principal.',
    theme: 'Seuls les groupes de thèmes montrés seuls à chaque trimestre publié sont détaillés.',
    gender:
      'Interventions selon le genre, dit ou estimé, de la première personne rencontrée ; « inconnu » comprend celles sans ' +
      'personne connue.',
    ageBand:
      'Interventions selon l’âge, dit ou estimé, de la première personne rencontrée ; « inconnu » comprend celles sans ' +
      'personne connue.',
    outcome: 'État des référencements proposés dans l’année, au jour de la publication.',
    incidentIntensity: 'Intensité notée de 1 à 4 par l’intervenante.',
  } satisfies Record<TableAttribute, string>,
  aidTitle: 'Dépannage',
  aidNote: 'Quantités exactes : elles ne portent pas sur des personnes.',
  lead: (total: number, first: readonly string[]) => {
    const subjects = first.map(lowerFirst).join(' ; ')
    const named =
      first.length > 1
        ? ` Sujets les plus fréquents : ${subjects}.`
        : ` Sujet le plus fréquent : ${subjects}.`
    const counted = `Environ ${number(total)} interventions ont été menées pendant cette période.`
    return first.length === 0 ? counted : counted + named
  },
  nothing:
    'Trop peu de personnes ont été rencontrées pendant cette période pour qu’un chiffre puisse être publié sans ' +
    'risque pour elles. Ses interventions sont exclues de toutes les publications de l’année.',
  methodTitle: 'Comment ces chiffres protègent les personnes',
  method: (k: number, base: number): string[] => [
    `Une catégorie n’est montrée seule que si au moins ${k} personnes différentes s’y trouvent et qu’il en reste au ` +
      `moins ${k} dans les catégories suivantes, parcourues dans un ordre public fixé pour l’année. Dès que ce n’est plus le ` +
      'cas, toutes les catégories restantes sont regroupées sur une seule ligne. Pour les conflits d’usage, ce sont ' +
      'les conflits qui sont comptés au lieu des personnes.',
    `Les nombres précédés de ≈ sont arrondis au multiple de ${base} le plus proche ; leur somme peut donc différer du total. ` +
      'Les heures et le dépannage sont exacts, car ils ne portent pas sur des personnes.',
    'Les personnes non identifiées sont comprises dans les interventions, jamais dans le nombre de personnes. Un trimestre ' +
      'publié est définitif : une note saisie en retard compte dans le trimestre où elle est saisie.',
  ],
  guaranteeTitle: 'La garantie, mot pour mot',
  guarantee: (k: number): string[] => [
    `Pour chaque catégorie du catalogue que possèdent de une à ${words[k - 1]} personnes dans son tableau et sa période, et ` +
      `pour tout groupe d’au plus ${words[k - 1]} personnes qui comparent leurs propres dossiers, il existe un autre ` +
      'ensemble possible de dossiers dans lequel personne d’autre n’a cette catégorie et où les publications de ' +
      'l’année sont identiques, octet pour octet.',
    'Les publications à elles seules ne peuvent donc pas prouver qu’une autre personne est dans cette catégorie.',
    'Cela ne limite ni les suppositions ni ce qu’on sait par ailleurs (y compris la taille exacte de la clientèle : un ' +
      `trimestre « x » devient alors prouvable), et ne protège ni les catégories de ${words[k]} personnes ou plus, ni ` +
      'les croisements qui ne sont pas montrés.',
  ],
  publishedOn: (day: string) => `Publié le ${date(day)}`,
  catalogue: (hash: string) => `Catalogue ${hash.slice(0, 16)}`,
  page: 'page',
}

const words: Record<number, string> = {
  1: 'une',
  2: 'deux',
  3: 'trois',
  4: 'quatre',
  5: 'cinq',
  10: 'dix',
  11: 'onze',
}

/** « Suicide » inside a sentence becomes « suicide », but ITSS stays as it is. */
function lowerFirst(label: string): string {
  const second = label.charAt(1)
  return second !== '' && second === second.toLowerCase()
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
}
