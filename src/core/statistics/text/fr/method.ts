/** How the figures protect people, and the guarantee in its exact words. */
export const methodText = {
  title: 'Comment ces chiffres protègent les personnes',
  paragraphs: (k: number, base: number): string[] => [
    `Une catégorie n’est montrée seule que si au moins ${k} personnes différentes s’y trouvent et qu’il en reste au ` +
      `moins ${k} dans les catégories suivantes, parcourues dans un ordre public fixé pour l’année. Dès que ce n’est plus le ` +
      'cas, toutes les catégories restantes sont regroupées sur une seule ligne. Pour les conflits d’usage, ce sont ' +
      'les conflits qui sont comptés au lieu des personnes.',
    `Les nombres précédés de ≈ sont arrondis au multiple de ${base} le plus proche ; leur somme peut donc différer du total. ` +
      'Les heures, le soutien au personnel, les activités de groupe, les visites et le dépannage sont exacts : ils ne disent ' +
      'rien de personne en particulier. Un article remis l’a été à quelqu’un, sans qu’on sache à qui.',
    'Les personnes non identifiées sont comprises dans les interventions, jamais dans le nombre de personnes. Un trimestre ' +
      'publié est définitif : une note saisie en retard compte dans le trimestre où elle est saisie.',
    'Les comparaisons ne sont tirées que des publications déjà sorties : elles ne disent rien de plus que celles-ci.',
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
  promise: (k: number) =>
    `Ces chiffres ne permettent à personne de prouver qu’une autre personne se trouve dans une catégorie rare, même à ` +
    `${words[k - 1]} personnes qui compareraient leurs propres dossiers en connaissant la méthode.`,
  promiseMore: 'La méthode et les limites sont à la fin du rapport.',
  quarterOnly:
    'Le nombre de personnes différentes, leur genre, leur âge et les suites des référencements sont publiés une fois l’an.',
  filesTitle: 'Avec ce rapport',
  files:
    'Les mêmes nombres sont dans tableaux.xlsx, et en CSV décrit par datapackage.json ; registre.pdf est l’inscription de ' +
    'cette publication au registre d’anonymisation ; sommes.sha256 permet de vérifier que rien n’a été modifié.',
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
