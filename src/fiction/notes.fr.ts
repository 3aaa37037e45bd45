import type { Theme } from './mix.ts'

/** What a worker writes after a conversation, by theme. Facts and words said, no judgement. */
export const themeNotes: Readonly<Record<Theme, readonly string[]>> = {
  homelessness: [
    'A dormi dehors trois nuits cette semaine. Cherche un endroit où laisser son sac le jour.',
    'Le refuge était plein hier. On regarde ensemble les autres places avant 16 h.',
    'Passe ses journées ici pour se réchauffer. Me dit que le hall est « le seul endroit où on ne me demande rien ».',
    'Dort chez un ami, mais c’est fini vendredi. Veut un plan avant.',
  ],
  housing: [
    'Avis de non-renouvellement reçu. On lit la lettre mot à mot, puis on note les délais.',
    'Visite d’un 2½ demain, stressé pour le chèque. On prépare les questions à poser.',
    'Moisissure dans la chambre, le propriétaire ne répond plus. Veut connaître ses droits.',
    'A rempli sa demande de logement social. Il manque une preuve de revenu.',
  ],
  'mental-health': [
    'Beaucoup d’angoisse ce matin, parle vite. On s’assoit près des fenêtres, ça redescend.',
    'Ne dort presque plus depuis deux semaines. Pense retourner voir son médecin.',
    'A arrêté sa médication « pour voir ». Écoute seulement, propose d’en reparler jeudi.',
    'Meilleure journée. Raconte sa marche au bord de la rivière.',
  ],
  grief: [
    'Anniversaire du décès de son frère. Voulait juste que quelqu’un le sache.',
    'A apporté une photo. On parle longtemps, peu de mots à la fin.',
  ],
  'suicidal-thoughts': [
    'Dit que ce serait plus simple de disparaître. On nomme les choses, on appelle ensemble. Reste avec moi jusqu’à la fin de l’appel.',
    'Idées noires ce soir, pas de plan. Filet de sécurité revu, numéro dans sa poche.',
  ],
  'food-insecurity': [
    'N’a pas mangé depuis hier midi. Barres tendres, puis on regarde les heures de la banque alimentaire.',
    'Le dépannage du mois est passé. Cherche un repas chaud pour la fin de semaine.',
    'Premier panier reçu, tout s’est bien passé. Gêné d’y retourner.',
  ],
  'economic-hardship': [
    'Chèque retardé, rien pour le loyer. On appelle ensemble, la ligne coupe deux fois.',
    'Frais d’hydro en retard. Entente de paiement à demander avant mardi.',
    'Ne comprend pas sa lettre du gouvernement. On la lit, on surligne ce qui compte.',
  ],
  employment: [
    'CV refait au poste 4. Content du résultat, l’a imprimé en trois copies.',
    'Entrevue lundi à l’usine. Cherche des souliers propres.',
    'A perdu ses quarts de travail. Hésite entre colère et honte.',
  ],
  'substance-use': [
    'Arrivé intoxiqué mais calme. Eau, chaise, on reparle demain.',
    'Parle de diminuer, « pas d’arrêter ». On note ce qui marche déjà.',
    'A consommé seul hier, s’est fait peur. Trousse remise, consignes revues.',
  ],
  addictions: [
    'Dix-huit jours sans jouer. Veut éviter le centre-ville le jour de paie.',
    'Rechute racontée sans détour. Accepte qu’on rappelle la ressource ensemble.',
  ],
  'social-exclusion': [
    'N’a parlé à personne depuis dimanche. On fait un mot croisé à deux.',
    'Se sent regardé au comptoir. On y va ensemble, ça se passe bien.',
    'Voudrait participer au club de lecture, mais « pas habillé pour ».',
  ],
  literacy: [
    'Formulaire trop difficile à lire. On le remplit à voix haute.',
    'Demande de l’aide pour écrire un courriel à l’école de son fils.',
  ],
  immigration: [
    'Renouvellement de permis : il manque une pièce. Rendez-vous à prendre.',
    'Arrivée depuis six semaines. Cherche des cours de français le soir.',
  ],
  'school-dropout': [
    'N’est pas allé en classe depuis lundi. Vient ici « parce que c’est tranquille ».',
    'Parle de l’école des adultes. On regarde la prochaine inscription.',
  ],
  'physical-health': [
    'Mal de dents depuis une semaine, pas de dentiste. Joue enflée.',
    'Plaie au pied à faire voir. Refuse l’urgence, accepte la clinique.',
    'A perdu ses lunettes, ne lit plus ses lettres.',
  ],
  sti: ['Questions sur le dépistage, posées à voix basse. Dépliant remis, clinique nommée.'],
  'legal-support': [
    'Convocation à la cour le mois prochain. Ne sait pas s’il a droit à l’aide juridique.',
    'Amende impayée, craint l’arrestation. On appelle le greffe.',
  ],
  violence: [
    'Raconte la fin de semaine. Ne veut pas porter plainte pour l’instant. Numéro d’urgence mémorisé.',
    'Demande si elle peut rester jusqu’à la fermeture. On prévoit la suite ensemble.',
  ],
  racism: ['Remarque entendue dans l’autobus. Encore secouée, veut en parler.'],
}

export const generalNotes = [
  'Bref bonjour, ça va.',
  'Salutations, un café, quelques nouvelles.',
  'Question rapide sur les heures d’un organisme.',
  'M’a présenté quelqu’un.',
  '',
  '',
]
export const crisisNotes: Readonly<Record<string, string>> = {
  eviction: ' Éviction aujourd’hui, affaires sur le trottoir.',
  intoxication: ' État surveillé une heure, refus de l’ambulance.',
  overdose: ' Naloxone donnée, 911 appelé, parti en ambulance conscient.',
  grief: ' Nouvelle reçue il y a une heure.',
  violence: ' Marques visibles, lieu sûr trouvé pour la nuit.',
  'suicidal-crisis': ' Accompagnement jusqu’à l’arrivée de l’équipe de crise.',
  abortion: ' Rendez-vous obtenu pour demain, accompagnement prévu.',
}
export const followThroughs = [
  ' On se revoit cette semaine.',
  ' À rappeler.',
  ' A dit merci en partant.',
  ' Reviendra si ça ne bouge pas.',
  '',
  '',
  '',
]
export const referralNotes = [
  'Première démarche, un peu nerveux.',
  'Préfère que j’appelle avec lui.',
  'Y est déjà allée, il y a deux ans.',
  '',
  '',
]
export const reasons: Readonly<Record<string, readonly string[]>> = {
  'person-declined': ['Pas prêt pour l’instant', 'Trop loin à pied'],
  'resource-declined': ['Hors du territoire', 'Critères d’âge'],
  'waiting-list': ['Environ six semaines', 'Rappel en septembre'],
  'no-answer': ['Trois messages laissés'],
  abandoned: ['A changé d’idée', 'A quitté la ville'],
}
export const followUpTitles = [
  'Rappeler pour le rendez-vous',
  'Apporter le formulaire',
  'Vérifier si la demande est passée',
  'Demander des nouvelles de la visite',
  'Accompagner à la ressource',
  'Trouver des bas chauds',
  'Reparler du plan de la semaine',
  'Confirmer la place',
]
export const ownFollowUps = [
  { title: 'Préparer la réunion d’équipe', repetition: 'weekly' },
  { title: 'Refaire la réserve de barres tendres', repetition: 'monthly' },
  { title: 'Mettre à jour les dépliants du hall', repetition: 'none' },
  { title: 'Rencontrer le personnel du comptoir', repetition: 'none' },
] as const
export const incidentNotes: Readonly<Record<string, readonly string[]>> = {
  'between-users': [
    'Deux personnes se disputent une place aux postes. Chacune a pu s’expliquer.',
    'Ton qui monte aux journaux. Séparés, puis café.',
  ],
  'with-staff': [
    'Refus de baisser le volume, réplique sèche au comptoir. Reparlé à froid.',
    'Carte expirée, frustration. Le personnel a pris un moment ensuite.',
  ],
  'inappropriate-behaviour': [
    'Propos déplacés dans le hall. Averti, a compris.',
    'S’installe couché sur deux fauteuils ; accepte de s’asseoir.',
  ],
  intoxication: ['Titube à l’entrée, reste calme. Assis dehors avec de l’eau.'],
  threats: ['Menaces verbales envers un autre usager. Départ accompagné.'],
  harassment: ['Suit une usagère entre les rayons. Averti, surveillance convenue avec le personnel.'],
  assault: ['Poussée au 2ᵉ étage, aucune blessure. Expulsion, retour discuté.'],
  'found-needle': ['Seringue trouvée aux toilettes, ramassée selon la procédure.'],
  'emergency-services': ['Malaise près des ascenseurs, ambulance appelée par le personnel.'],
}
