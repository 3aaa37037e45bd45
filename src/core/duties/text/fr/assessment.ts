import type { Organization } from '../../documents/paper.ts'

interface Answer {
  question: string
  /** Empty: a line to fill by hand. */
  answer: string
}
interface Part {
  heading: string
  text: string
  answers: Answer[]
}

/** A privacy assessment (P-39.1, s. 3.3) of keeping a caseload in Filigrane, filled in with what the program knows of itself. */
export const assessmentText = {
  title: 'Évaluation des facteurs relatifs à la vie privée',
  subtitle: 'Tenue d’un carnet d’intervention de milieu dans Filigrane',
  law: 'P-39.1, art. 3.3',
  note: 'Document prérempli, à compléter et à adopter par l’organisme, avec la personne responsable de la protection des renseignements. Ce qui est laissé en blanc dépend de l’organisme.',
  parts: ({ name, responsible, contact, library, address }: Organization, retention: string): Part[] => [
    {
      heading: '1. Le projet',
      text: 'Une intervenante de milieu, employée par l’organisme et présente dans une bibliothèque, consigne ses rencontres pour accompagner les personnes et rendre compte du service.',
      answers: [
        { question: 'Organisme', answer: [name, address].filter((part) => part !== '').join(', ') },
        { question: 'Bibliothèque', answer: library },
        {
          question: 'Responsable de la protection',
          answer: [responsible, contact].filter((part) => part !== '').join(', '),
        },
        { question: 'Personne responsable consultée le', answer: '' },
      ],
    },
    {
      heading: '2. Renseignements et nécessité',
      text: 'Un surnom suffit pour ouvrir un dossier ; rien d’autre n’est obligatoire. Peuvent s’y ajouter : une tranche d’âge, un genre, des besoins, des rencontres, des référencements, des conflits d’usage. Beaucoup sont sensibles : santé, consommation, itinérance, violence.',
      answers: [
        {
          question: 'Nom légal',
          answer:
            'Rare et facultatif ; refusé avant 14 ans sans l’accord d’un parent ou un motif écrit (art. 4.1).',
        },
        {
          question: 'Fins',
          answer: 'Accompagner la personne, la référer si elle y consent, compter les rencontres.',
        },
        { question: 'Personnes visées, par année', answer: '' },
      ],
    },
    {
      heading: '3. Collecte et consentement',
      text: 'L’avis de collecte est lu en mots simples et la date en est inscrite. Chaque consentement a une seule fin, un terme, et se retire en tout temps ; un référencement postérieur au retrait est refusé.',
      answers: [{ question: 'Moment où l’avis est lu', answer: '' }],
    },
    {
      heading: '4. Accès et circulation',
      text: 'Le carnet reste sur l’ordinateur de travail ; le programme n’ouvre aucune connexion. L’intervenante l’ouvre avec sa phrase de passe, la coordination avec la sienne ; les lectures sont consignées. L’intervenante peut sceller une note, que la clé de la coordination n’ouvre pas.',
      answers: [
        {
          question: 'Bibliothèque',
          answer: 'Ne reçoit que des nombres arrondis et regroupés, jamais un dossier.',
        },
        { question: 'Hors du Québec', answer: 'Aucune communication par le programme.' },
        { question: 'Fonctions ayant accès', answer: '' },
      ],
    },
    {
      heading: '5. Sécurité',
      text: 'Le carnet est chiffré au complet ; il se verrouille après cinq minutes, en veille et à la fermeture de la session. Ce qui est écrit est vérifié ; une altération est signalée. Le mode discret cache les surnoms à l’écran.',
      answers: [
        { question: 'Chiffrement du disque de l’ordinateur', answer: '' },
        { question: 'Lieu des sauvegardes', answer: '' },
        { question: 'Lieu de la feuille des mots de secours', answer: '' },
      ],
    },
    {
      heading: '6. Conservation et fin de vie',
      text: 'Un délai court depuis la fermeture de chaque dossier. Ensuite, une personne décide : détruire ou rendre anonyme. L’effacement vaut pour les générations antérieures du carnet ; les copies faites en dehors du programme se détruisent à la main.',
      answers: [{ question: 'Conservation après la fermeture', answer: retention }],
    },
    {
      heading: '7. Droits des personnes',
      text: 'Une personne peut voir, faire corriger et emporter ce qui est écrit sur elle : un PDF lisible et un fichier JSON, où les autres sont masquées (art. 27). Le délai de 30 jours est suivi dans un registre.',
      answers: [{ question: 'Comment la demande se fait', answer: '' }],
    },
    {
      heading: '8. Risques et mesures',
      text: 'À chaque risque, la mesure du programme, et ce qui reste à l’organisme.',
      answers: [
        {
          question: 'Perte ou vol de l’ordinateur',
          answer: 'Carnet chiffré, verrouillage. Reste : une phrase de passe solide, gardée pour soi.',
        },
        {
          question: 'Regard indiscret',
          answer: 'Mode discret, verrouillage d’un geste. Reste : où et comment on écrit.',
        },
        {
          question: 'Réidentification par les statistiques',
          answer: 'Seuils, regroupements, arrondis, registre d’anonymisation.',
        },
        {
          question: 'Document imprimé',
          answer: 'Phrase de passe redemandée. Reste : le garder sous clé et le détruire.',
        },
        {
          question: 'Mots qui jugent',
          answer: 'Rappel : des faits, la personne peut lire. Reste : la relecture en équipe.',
        },
        { question: 'Autre risque', answer: '' },
      ],
    },
    {
      heading: '9. Conclusion',
      text: 'L’évaluation est proportionnée à la sensibilité des renseignements, à leur quantité, à leur finalité, à leur répartition et à leur support.',
      answers: [
        { question: 'Risque résiduel accepté', answer: '' },
        { question: 'Adoptée par', answer: '' },
        { question: 'Adoptée le', answer: '' },
        { question: 'À revoir le', answer: '' },
      ],
    },
  ],
}
