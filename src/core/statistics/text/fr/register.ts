import type { ReleaseShape } from '../../disclosure/register.ts'

/** French words of the anonymization register. What is sealed is sealed with these words: a change here changes only later entries. */

const words: Record<number, string> = { 4: 'quatre', 5: 'cinq', 10: 'dix', 11: 'onze' }
const word = (n: number): string => words[n] ?? String(n)
const agreed = (n: number, { none, one, many }: { none: string; one: string; many: string }): string =>
  n === 0 ? none : n === 1 ? one : many

export const registerText = {
  title: 'Registre d’anonymisation',
  law: 'A-2.1, r. 0.1',
  subtitle: 'Règlement sur l’anonymisation des renseignements personnels (RLRQ, chapitre A-2.1, r. 0.1)',
  entry: (sequence: number) => `Inscription n° ${sequence}`,
  fields: {
    period: 'Période',
    criterion: 'Critère',
    purpose: 'Fins visées',
    approver: 'Approbation',
    publishedAt: 'Date de la publication',
    techniques: 'Techniques d’anonymisation',
    analyses: 'Analyse des risques de réidentification',
    before: 'Avant',
    after: 'Après',
    residualRisk: 'Risque résiduel',
    residualNote: 'Observations',
    reassessOn: 'Prochaine réévaluation',
    catalogueHash: 'Empreinte du catalogue',
    filesHash: 'Empreinte des fichiers publiés',
    previous: 'Empreinte de l’inscription précédente',
    hash: 'Empreinte de l’inscription',
  },
  risks: {
    individualization: 'Individualisation',
    correlation: 'Corrélation',
    inference: 'Inférence',
  },
  internal:
    'Document interne de l’organisme : il nomme qui a approuvé et ne se remet pas avec les publications.',
  keptApart:
    'Consignées au registre de l’organisme ; rien de ce qui a été écrit à la main ne sort avec la publication.',
  noneYet: 'Aucune analyse n’a été consignée : cette publication précède le registre.',
  techniques: (k: number, base: number): string[] => [
    'Retrait de tout identifiant et de tout texte : seuls des codes d’un catalogue public et des nombres sont lus.',
    `Regroupement : dans un ordre public fixé pour l’année, une catégorie n’est montrée seule que si elle compte au moins ${word(k)} personnes différentes, et l’ensemble des suivantes au moins ${word(k)} aussi ; les autres forment une seule ligne.`,
    `Suppression : une période de moins de ${word(k)} personnes n’est pas publiée (x) et quitte l’année entière.`,
    `Arrondi au multiple de ${base} le plus proche, toujours le même.`,
    'Fermeture : chaque période est publiée une seule fois, sous des pseudonymes dont la clé est détruite avec l’année.',
    'Un tableau par attribut : aucun croisement, aucun pourcentage, aucune moyenne.',
  ],
  individualization: ({ codes, alone, merged, withheld }: ReleaseShape, k: number) => ({
    before:
      codes === 0
        ? 'Le carnet contient un dossier par personne. À cette période, trop peu de personnes ont été rencontrées pour que l’une d’elles s’y perde.'
        : `Le carnet contient un dossier par personne. Réparties en ${codes} catégories, par attribut, les personnes peuvent y être seules ou presque.`,
    after:
      codes === 0
        ? 'Rien n’est publié de cette période : un trimestre vide donnerait la même page.'
        : [
            agreed(alone, {
              none: 'Aucune catégorie n’est montrée seule',
              one: `Une catégorie est montrée seule, avec au moins ${word(k)} personnes et un reste d’au moins ${word(k)}`,
              many: `${alone} catégories sont montrées seules, chacune avec au moins ${word(k)} personnes et un reste d’au moins ${word(k)}`,
            }),
            agreed(merged, {
              none: 'aucune n’est regroupée',
              one: 'une est regroupée',
              many: `${merged} sont regroupées`,
            }),
            agreed(withheld, {
              none: 'aucun tableau n’est retenu (x)',
              one: 'un tableau est retenu (x)',
              many: `${withheld} tableaux sont retenus (x)`,
            }),
          ].join(' ; ') + '.',
  }),
  correlation: {
    before:
      'Les interventions d’une même personne se relient entre elles, d’un trimestre et d’un tableau à l’autre, et à ce que d’autres savent d’elle.',
    after:
      'Aucun dossier ne sort et aucun tableau n’en croise deux. L’année est faite des trimestres publiés, sans rien recalculer ; les pseudonymes changent chaque année et leur clé est détruite.',
  },
  inference: (k: number) => ({
    before:
      'De tableaux exacts, on déduirait une catégorie par soustraction, en comparant deux publications, ou en retirant d’un nombre ce qu’on sait de soi.',
    after: `Pour chaque catégorie de moins de ${word(k)} personnes et pour tout groupe d’au plus ${word(k - 1)} personnes comparant leurs dossiers, d’autres dossiers possibles, où personne d’autre n’a cette catégorie, donnent les mêmes octets. La vérification faite avant l’écriture a rejoué de tels dossiers.`,
  }),
  residualRisk: (k: number) =>
    `Très faible pour ce qui est prouvé par les publications. Demeurent : les suppositions, ce qu’on sait par ailleurs (dont la taille exacte de la clientèle d’un trimestre « x »), les catégories de ${word(k)} personnes ou plus et le fait, pour quelqu’un, de ne pas avoir une catégorie très répandue.`,
}
