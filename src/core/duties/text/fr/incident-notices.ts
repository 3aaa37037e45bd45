import { date } from '../../../statistics/text/fr/format.ts'

/** The notices of an incident with a risk of serious injury (P-39.1, s. 3.5). */
export const incidentNoticeText = {
  commission: {
    title: 'Avis à la Commission d’accès à l’information',
    subtitle: (knownOn: string) => `Incident de confidentialité connu le ${date(knownOn)}`,
    law: 'P-39.1, art. 3.5 · A-2.1, r. 3.1, art. 3',
    lead: 'Prérempli d’après le registre des incidents. Ce que le registre ne dit pas se complète à la main ; ce qui s’apprend ensuite se transmet avec diligence (art. 4).',
    fields: {
      organization: '1. Organisme',
      enterpriseNumber: 'Numéro d’entreprise du Québec',
      contact: '2. Personne à joindre',
      information: '3. Renseignements visés, ou pourquoi ils ne sont pas connus',
      circumstances: '4. Circonstances',
      cause: 'Cause, si elle est connue',
      period: '5. Date ou période de l’incident',
      knownOn: '6. Connu de l’organisme le',
      persons: '7. Personnes concernées',
      inQuebec: 'Dont résidant au Québec',
      risk: '8. Pourquoi il y a un risque de préjudice sérieux',
      personsNotice: '9. Avis aux personnes concernées',
      personsNoticeDue: 'Comment et quand elles le seront',
      measures: '10. Mesures prises',
      measuresDue: 'Mesures à venir, et pour quand',
      elsewhere: '11. Autorité semblable avisée hors du Québec, s’il y a lieu',
      signed: 'Au nom de l’organisme (nom et signature)',
      signedOn: 'Le',
    },
  },
  persons: {
    title: 'Ce qui est arrivé à des renseignements sur vous',
    subtitle: 'Avis à remettre à chaque personne concernée, et à lire avec elle',
    law: 'P-39.1, art. 3.5 · A-2.1, r. 3.1, art. 5',
    lead: 'Des renseignements que vous nous aviez confiés n’ont pas été protégés comme ils devaient l’être, et cela pourrait vous nuire. Vous avez le droit de le savoir.',
    circumstances: 'Ce qui est arrivé',
    period: 'Quand',
    information: 'Ce qui est touché',
    measures: 'Ce que nous avons fait',
    advice: 'Ce que vous pouvez faire',
    advices: [
      'si vous craignez pour votre sécurité, appelez le 911, ou parlez-nous-en tout de suite ;',
      'si quelqu’un se sert de ce que vous nous aviez dit, dites-le-nous : nous chercherons avec vous quoi faire ;',
      'demandez à voir ce qui est écrit sur vous, et faites corriger ce qui est faux.',
    ],
    otherAdvice: 'Et aussi, dans votre situation',
    more: 'Pour en savoir plus',
    whom: (responsible: string, contact: string) =>
      responsible === ''
        ? 'Demandez à l’intervenante qui, dans l’organisme, est responsable de la protection des renseignements personnels.'
        : `Personne responsable de la protection des renseignements personnels : ${responsible}${contact === '' ? '' : `, ${contact}`}.`,
    commission: 'Vous pouvez aussi vous adresser à la Commission d’accès à l’information du Québec.',
    handedOn: 'Remis ou lu le',
    handedBy: 'Par (nom et signature)',
  },
}
