import { dayOf } from '../../../caseload/calendar.ts'
import type { PackageLeft } from '../../../review/repository/packages.ts'
import { date } from '../../../statistics/text/fr/format.ts'
import type { ErasureOrder } from '../../retention.ts'

const count = (value: number, one: string, many: string): string => `${value} ${value < 2 ? one : many}`

export const erasureText = {
  title: 'Registre des effacements',
  subtitle: 'Dossiers détruits ou rendus anonymes ; rien ici ne dit de qui',
  law: 'P-39.1, art. 23 ; A-2.1, r. 0.1',
  heading: (decidedOn: string, code: string) => `${date(decidedOn)} · dossier ${code}`,
  modes: { destroy: 'détruit', anonymize: 'rendu anonyme' } satisfies Record<ErasureOrder['mode'], string>,
  reasons: {
    retention: 'La conservation était terminée',
    request: 'La personne l’a demandé',
  } satisfies Record<ErasureOrder['reason'], string>,
  fields: {
    reason: 'Motif',
    decidedBy: 'Décidé par',
    what: 'Ce qui a été fait',
    techniques: 'Techniques',
    analysis: 'Analyse du risque',
    purgedOn: 'Effacé des générations antérieures le',
    outOfReach: 'Copies hors de portée',
    packages: 'Dossiers de révision remis',
  },
  what: (removed: number, kept: number, texts: number) =>
    [
      count(removed, 'ligne retirée', 'lignes retirées'),
      ...(kept === 0
        ? []
        : [count(kept, 'rencontre gardée sans personne', 'rencontres gardées sans personne')]),
      ...(texts === 0 ? [] : [count(texts, 'texte corrigé', 'textes corrigés')]),
    ].join(', '),
  techniques:
    'Retrait de la personne, de ses liens et de tout texte ; ses rencontres comptent comme celles d’une personne non identifiée.',
  analysis:
    'Ne restent que le jour, le lieu, la durée et des codes. Individualisation, corrélation et inférence : rien ne relie plus ces rencontres entre elles ni à quelqu’un.',
  notPurged: 'à terminer',
  outOfReach:
    'Une sauvegarde débranchée ce jour-là, une copie du carnet faite en dehors de Filigrane, un document imprimé, un dossier de révision remis : à détruire à la main. Les publications, des nombres arrondis, restent.',
  package: ({ recipient, madeAt, expiresOn }: PackageLeft) =>
    `Pour « ${recipient} », préparé le ${date(dayOf(madeAt))}, s’ouvre jusqu’au ${date(expiresOn)} : lui demander de supprimer le fichier`,
}
