/** Of the duties: what prints, and what it says of the organization. */
export const dutyDocuments = {
  documents: {
    notice: 'Avis de collecte en mots simples',
    assessment: 'Évaluation des facteurs relatifs à la vie privée',
    accessLog: 'Journal d’accès',
    consents: 'Registre des consentements',
    requests: 'Registre des demandes',
    disclosures: 'Registre des communications sans consentement',
    confidentialityIncidents: 'Registre des incidents de confidentialité',
    erasures: 'Registre des effacements',
    commissionNotice: 'Avis à la Commission',
    personsNotice: 'Avis aux personnes concernées',
  },
  documentNotes: {
    accessLog: 'Qui a ouvert quoi, quand et avec quelle clé ; les 2 000 dernières inscriptions.',
    notice: 'À lire avec la personne, puis à lui remettre (P-39.1, art. 8). Ne nomme personne.',
    assessment:
      'Préremplie, avec les renseignements de l’organisme ; le reste se complète à la main (art. 3.3). Ne nomme personne.',
    consents: 'À quoi chaque personne a consenti, jusqu’à quand, et ce qu’elle a retiré (art. 12 et 14).',
    requests: 'Accès, rectification et portabilité, avec leur délai (art. 27 à 34).',
    disclosures: 'Ce qui a été dit pour protéger quelqu’un, à qui, pourquoi (art. 18 et 18.1).',
    confidentialityIncidents: 'Les huit rubriques du règlement (A-2.1, r. 3.1, art. 7), gardées cinq ans.',
    erasures: 'Les dossiers détruits ou rendus anonymes, sans dire de qui (art. 23).',
  },
  organizationFields: {
    name: 'Nom de l’organisme',
    library: 'Bibliothèque',
    responsible: 'Responsable de la protection des renseignements',
    contact: 'Pour joindre cette personne',
    address: 'Adresse',
  },
} as const
