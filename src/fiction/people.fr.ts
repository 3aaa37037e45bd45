/** Words of fictional people: nicknames a worker could have given, and what she notes of somebody. */

type Garment = readonly [noun: string, gender: 'm' | 'f', plural?: boolean]
const garments: readonly Garment[] = [
  ['Casquette', 'f'],
  ['Tuque', 'f'],
  ['Foulard', 'm'],
  ['Manteau', 'm'],
  ['Sac à dos', 'm'],
  ['Veste', 'f'],
  ['Chandail', 'm'],
  ['Chemise', 'f'],
  ['Parapluie', 'm'],
  ['Vélo', 'm'],
  ['Bottes', 'f', true],
  ['Mitaines', 'f', true],
  ['Espadrilles', 'f', true],
  ['Écouteurs', 'm', true],
]
const colours: readonly (readonly [m: string, f: string])[] = [
  ['rouge', 'rouge'],
  ['bleu', 'bleue'],
  ['vert', 'verte'],
  ['jaune', 'jaune'],
  ['gris', 'grise'],
  ['noir', 'noire'],
  ['blanc', 'blanche'],
  ['brun', 'brune'],
  ['mauve', 'mauve'],
  ['carreauté', 'carreautée'],
]

function dressed([noun, gender, plural]: Garment, [m, f]: readonly [string, string]): string {
  const colour = gender === 'm' ? m : f
  return `${noun} ${plural && !colour.endsWith('s') ? `${colour}s` : colour}`
}

const habits = [
  'Le lecteur de journaux',
  'La dame au tricot',
  'Le joueur d’échecs',
  'Celle qui chante',
  'Le monsieur des mots croisés',
  'La dame du mardi',
  'Le gars aux casse-têtes',
  'Deux cafés',
  'Le philosophe',
  'La dessinatrice',
  'Monsieur Météo',
  'La voyageuse',
  'Le cuisinier',
  'Celui du 2ᵉ étage',
  'La dame aux chats',
  'Le guitariste',
  'L’étudiante de nuit',
  'Grand café noir',
  'Le réparateur de radios',
  'La lectrice de polars',
  'Le marcheur',
  'Monsieur Bonjour',
  'La jardinière',
  'Le camionneur',
  'Petite voix',
  'Le gars du skate',
  'La coiffeuse',
  'Poète du hall',
  'Le pêcheur',
  'La dame des mangas',
]

/** Nicknames without end: habits and clothes in turn, then numbered. */
const clothes = garments
  .flatMap((garment, g) =>
    colours.map((colour, c) => ({ order: (g * 7 + c * 13) % 140, text: dressed(garment, colour) })),
  )
  .toSorted((a, b) => a.order - b.order)
const nicknames = clothes.flatMap(({ text }, at) => {
  const habit = at % 3 === 1 ? habits[Math.floor(at / 3)] : undefined
  return habit === undefined ? [text] : [text, habit]
})

export function nickname(index: number): string {
  const round = Math.floor(index / nicknames.length)
  return `${nicknames[index % nicknames.length]}${round === 0 ? '' : ` ${round + 1}`}`
}

export const otherAliases = [
  'L’ami du hall',
  'Celui qui sourit',
  'La tranquille',
  'Le grand',
  'La petite',
  'Le voisin',
]

export const howMet = [
  'S’est approché à la machine à café',
  'Présentée par une autre personne du hall',
  'Le personnel du comptoir m’a fait signe',
  'Croisé trois matins de suite aux journaux',
  'A demandé de l’aide pour un formulaire',
  'Rencontrée dehors, près de l’entrée',
  'Est venu me voir après une animation',
  'A emprunté mon crayon',
  '',
]
export const languages = [['fr'], ['fr'], ['fr'], ['fr', 'en'], ['es', 'fr'], ['ar', 'fr'], []]
export const strengths = [
  'Connaît tout le monde dans le hall, rassure les nouveaux.',
  'Très débrouillarde, garde ses papiers en ordre.',
  'Aime lire ; parle facilement de ses livres.',
  'Arrive toujours à l’heure aux rendez-vous.',
  'Garde un bon lien avec sa sœur.',
  'Humour, même dans les mauvaises journées.',
  'Cuisine bien, aimerait le refaire.',
  '',
  '',
  '',
]
export const safetyNotes = [
  'Préfère qu’on garde une distance ; ne pas arriver par derrière.',
  'Le bruit l’agite : proposer la salle de lecture.',
  'Éviter de nommer son ancien logeur.',
]
