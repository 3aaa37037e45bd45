/** What the law asks to be written down, as a worker would write it. */
export const consentWords = 'son surnom, et ce qu’elle cherche'
export const disclosureWords = {
  recipient: 'Centre de prévention du suicide',
  information: 'Où elle se trouvait, et ce qu’elle venait de dire.',
  reasons: 'Disait vouloir en finir le soir même, avec un moyen à portée de main.',
  sequel: 'Rejointe par l’équipe mobile ; revue le lendemain.',
}
export const requestWords = {
  rectification: 'Le mois de son arrivée en ville est faux.',
  answer: 'Corrigé avec elle.',
  access: 'Veut voir ce qui est écrit sur elle.',
}
export const incidentWords = {
  information: 'Un surnom et un besoin de logement.',
  circumstances: 'Conversation entendue au comptoir de prêt.',
  misuse: '',
  consequences: 'Gêne possible ; rien d’autre n’a été dit.',
  conclusion: '',
  measures: 'Rappel fait à l’équipe : parler dans le bureau.',
}
