export const trial = {
  offer: 'Essayer avec un carnet fictif',
  preparing: 'Invention d’un carnet…',
  title: 'Carnet d’essai.',
  text: 'Tout y est inventé, rien n’est gardé et rien n’en sort. Si une phrase de passe est demandée :',
  leave: 'Quitter l’essai',
  tourAgain: 'Reprendre la visite',
  tour: 'Visite guidée',
  closeTour: 'Fermer la visite',
  step: 'Visite, {{step}} sur {{steps}}',
  back: 'Précédent',
  next: 'Suivant',
  end: 'Terminer et verrouiller',
  stops: {
    today: {
      title: 'Aujourd’hui, d’un coup d’œil',
      text: 'Les suivis dus, la prochaine réunion et les dernières interventions. C’est le carnet inventé d’une intervenante, après cinq mois.',
      try: 'Cochez un suivi : il se défait d’un clic.',
    },
    note: {
      title: 'La note éclair',
      text: 'Entre deux rencontres : deux lettres d’un surnom, une phrase, Ctrl+Entrée. Le reste est déjà rempli comme la dernière fois.',
      try: 'De partout :',
    },
    people: {
      title: 'Les personnes',
      text: 'Un surnom suffit. La ligne du temps d’une fiche mêle interventions, référencements, suivis et conflits.',
      try: 'Ouvrez une fiche, ou cherchez partout :',
    },
    followUps: {
      title: 'Les suivis',
      text: 'Les retards d’abord, puis la semaine. « Pas vues » dit qui n’a pas été vu depuis quelque temps.',
      try: 'Reportez un suivi à demain.',
    },
    meeting: {
      title: 'La réunion d’équipe',
      text: 'Une fiche à la fois, noms masqués, prête pour le projecteur. Ce qui s’y décide devient un suivi.',
      try: 'Commencez la réunion, avancez avec les flèches.',
    },
    statistics: {
      title: 'Les statistiques',
      text: 'Explorez librement : cela reste sur ce poste. « Publier » prépare ce qui peut sortir : des nombres, jamais des personnes.',
      try: 'Regardez l’aperçu d’une publication.',
    },
    lock: {
      title: 'Verrouiller',
      text: 'Dès que vous quittez l’écran des yeux, ou après cinq minutes. Ce carnet d’essai disparaît alors ; le vôtre attendra, chiffré.',
      try: 'D’une touche :',
    },
  },
} as const
