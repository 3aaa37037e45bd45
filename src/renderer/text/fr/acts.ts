import type { CommandName, Failure } from '#shared/contract'

/** Every command that writes to the caseload and can be undone; the draft and what leaves the laptop cannot. */
type Writes = { [N in CommandName]: 'writing-stopped' extends Failure<N> ? N : never }[CommandName]
type Undoable = Exclude<
  Writes,
  | 'draft.keep'
  | `diagnostics.${string}`
  | `samples.${string}`
  | `history.${string}`
  | `vault.${string}`
  | `releases.${string}`
  | `catalogue.${string}`
  | `documents.${string}`
  | `registers.${string}`
  | `copies.${string}`
  | `erasures.${string}`
  | `security.${string}`
  | `backups.${string}`
  | `restore.${string}`
  | `updates.${string}`
  | `packages.${string}`
  | `takeovers.${string}`
>
type GroupOf<N> = N extends `${infer G}.${string}` ? G : never
type ActOf<N, G extends string> = N extends `${G}.${infer A}` ? A : never
/** One label for each: a command without its own does not compile. */
export type ActLabels = { readonly [G in GroupOf<Undoable>]: { readonly [A in ActOf<Undoable, G>]: string } }

/** What the undo history calls each act; the keys are the names of the commands. */
export const acts = {
  people: {
    save: 'fiche d’une personne',
    remove: 'retrait d’une personne',
    saveBondStage: 'étape du lien',
    removeBondStage: 'retrait d’une étape du lien',
    merge: 'fusion de deux fiches',
    unmerge: 'séparation de deux fiches',
    dismissDuplicate: 'doublon écarté',
  },
  ties: { save: 'lien entre deux personnes', remove: 'retrait d’un lien entre deux personnes' },
  contacts: { save: 'intervention', remove: 'retrait d’une intervention' },
  referrals: {
    save: 'référencement',
    advance: 'étape d’un référencement',
    tellBack: 'retour sur un référencement',
    remove: 'retrait d’un référencement',
  },
  followUps: { save: 'suivi', complete: 'suivi fait', remove: 'retrait d’un suivi' },
  resources: {
    save: 'ressource',
    check: 'vérification d’une ressource',
    retire: 'mise de côté d’une ressource',
    remove: 'retrait d’une ressource',
  },
  consents: { save: 'consentement', withdraw: 'retrait d’un consentement', remove: 'consentement effacé' },
  notices: { save: 'lecture de l’avis', remove: 'retrait d’une lecture de l’avis' },
  retention: { hold: 'conservation d’un dossier' },
  requests: { save: 'demande d’une personne' },
  disclosures: { save: 'communication sans consentement' },
  confidentialityIncidents: {
    save: 'incident de confidentialité',
    remove: 'retrait d’un incident de confidentialité',
  },
  import: { apply: 'importation' },
  incidents: { save: 'conflit d’usage', remove: 'retrait d’un conflit d’usage' },
  meetings: {
    saveOnAgenda: 'dossier à l’ordre du jour',
    takeOff: 'retrait de l’ordre du jour',
    start: 'début de la réunion d’équipe',
    decide: 'décision de la réunion d’équipe',
    postpone: 'dossier remis à la prochaine réunion',
    close: 'clôture de la réunion d’équipe',
    coSign: 'cosignature de la réunion d’équipe',
  },
  visits: { save: 'fréquentation d’un mois' },
  groupActivities: { save: 'activité de groupe', remove: 'retrait d’une activité de groupe' },
  staffSupport: { save: 'soutien au personnel', remove: 'retrait d’un soutien au personnel' },
  hours: { save: 'heures', remove: 'retrait d’heures' },
  settings: { save: 'réglages' },
  lists: {
    saveValue: 'valeur d’une liste',
    retire: 'retrait d’une valeur d’une liste',
    reorder: 'ordre d’une liste',
  },
  filters: { save: 'filtre gardé', remove: 'retrait d’un filtre gardé' },
} as const satisfies ActLabels
