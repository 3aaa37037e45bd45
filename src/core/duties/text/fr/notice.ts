import type { Organization } from '../../documents/paper.ts'

/** « Bibliothèque de Drummondville » says by itself what it is. */
const libraryNamed = (name: string): string => {
  if (/^biblioth/iu.test(name)) return name
  return name === '' ? 'bibliothèque' : `bibliothèque (${name})`
}

/**
 * The collection notice (P-39.1, s. 8), to be read aloud to somebody met in a library. What the law asks to be said is there: for
 * what, by what means, the rights of access and rectification, that consent may be taken back, who may learn of it; and, without
 * waiting for the question, who sees it, for how long, whom to ask.
 */
export const noticeText = {
  title: 'Ce que je note, et pourquoi',
  subtitle: 'À lire avec la personne, puis à lui remettre si elle le souhaite',
  law: 'Loi sur la protection des renseignements personnels dans le secteur privé (P-39.1)',
  shortLaw: 'P-39.1, art. 8',
  articles: (
    { name, responsible, contact, library }: Organization,
    retention: string,
  ): { heading: string; paragraphs: string[]; points: string[] }[] => [
    {
      heading: 'Qui je suis',
      paragraphs: [
        `Je suis intervenante de milieu. Je travaille pour ${name || 'un organisme communautaire'} et je suis présente à la ${libraryNamed(library)}. Je ne fais pas partie de son personnel.`,
      ],
      points: [],
    },
    {
      heading: 'Ce que je note',
      paragraphs: [
        'Après une rencontre, j’écris quelques mots : un surnom, le jour, de quoi nous avons parlé, ce que nous avons convenu. Votre vrai nom n’est pas nécessaire. Vous pouvez choisir de ne rien dire, et me parler quand même.',
      ],
      points: [],
    },
    {
      heading: 'À quoi cela sert',
      paragraphs: [],
      points: [
        'me souvenir de vous, et ne pas vous faire répéter votre histoire ;',
        'vous accompagner vers une ressource, si vous le voulez ;',
        'compter les rencontres, pour que ce service continue d’exister.',
      ],
    },
    {
      heading: 'Où c’est écrit, et qui peut le lire',
      paragraphs: [
        'Dans un carnet chiffré, sur un ordinateur de travail. Je peux le lire, et la personne qui coordonne mon travail aussi, pour m’aider à bien vous accompagner. Chaque lecture laisse une trace.',
        'La bibliothèque, elle, ne reçoit que des nombres arrondis, où personne ne peut être reconnu.',
      ],
      points: [],
    },
    {
      heading: 'À qui j’en parle',
      paragraphs: [
        'À personne d’autre sans votre accord. Si nous appelons une ressource ensemble, je vous demande d’abord ce que je peux lui dire. Vous pouvez dire oui pour une chose et non pour une autre, et changer d’idée en tout temps : ce que vous retirez ne sert plus.',
        'Il y a des exceptions, et je préfère vous les dire maintenant : si une vie est en danger, ou si un enfant doit être protégé, je dois en parler à qui peut aider. Je n’en dis alors que le nécessaire, et je l’inscris dans un registre.',
      ],
      points: [],
    },
    {
      heading: 'Combien de temps c’est gardé',
      paragraphs: [
        `Tant que je vous accompagne, puis ${retention} après la fermeture de votre dossier. Ensuite, une personne décide de le détruire ou de le rendre anonyme.`,
      ],
      points: [],
    },
    {
      heading: 'Vos droits',
      paragraphs: ['C’est gratuit, et on vous répond au plus tard dans les 30 jours. Vous pouvez :'],
      points: [
        'voir ce qui est écrit sur vous, et en avoir une copie ;',
        'faire corriger ce qui est faux, incomplet ou ambigu ;',
        'retirer un accord que vous avez donné ;',
        'recevoir vos renseignements dans un fichier que d’autres logiciels peuvent lire.',
      ],
    },
    {
      heading: 'Si vous avez moins de 14 ans',
      paragraphs: [
        'Je n’écris pas votre nom, à moins qu’un de vos parents (ou la personne qui a votre garde) soit d’accord, ou que ce soit clairement pour votre bien.',
      ],
      points: [],
    },
    {
      heading: 'À qui vous adresser',
      paragraphs: [
        `${responsible === '' ? 'Demandez-moi les coordonnées de la personne responsable de la protection des renseignements personnels' : `Personne responsable de la protection des renseignements personnels : ${responsible}${contact === '' ? '' : `, ${contact}`}`}. Si la réponse ne vous convient pas, vous pouvez vous adresser à la Commission d’accès à l’information du Québec.`,
      ],
      points: [],
    },
  ],
  readTo: 'Lu avec la personne le',
  copyGiven: 'Copie remise',
  /** « 3 ans », « 18 mois ». */
  months: (months: number): string =>
    months % 12 === 0 ? `${months / 12} an${months === 12 ? '' : 's'}` : `${months} mois`,
}
