/** Of the duties: what prints, and what it says of the organization. */
export const dutyDocuments = {
  documents: {
    notice: 'Collection notice in plain words',
    assessment: 'Privacy impact assessment',
    accessLog: 'Access log',
    consents: 'Register of consents',
    requests: 'Register of requests',
    disclosures: 'Register of disclosures without consent',
    confidentialityIncidents: 'Register of confidentiality incidents',
    erasures: 'Register of erasures',
    commissionNotice: 'Notice to the Commission',
    personsNotice: 'Notice to the persons concerned',
  },
  documentNotes: {
    accessLog: 'Who opened what, when and with which key; the last 2,000 entries.',
    notice: 'To be read with the person, then handed over (P-39.1, s. 8). Names nobody.',
    assessment:
      'Pre-filled, with the organization’s data; the rest is completed by hand (s. 3.3). In French. Names nobody.',
    consents: 'What each person agreed to, until when, and what was taken back (s. 12 and 14).',
    requests: 'Access, rectification and portability, with their clock (s. 27 to 34).',
    disclosures: 'What was told to protect somebody, to whom, why (s. 18 and 18.1).',
    confidentialityIncidents: 'The eight headings of the regulation (A-2.1, r. 3.1, s. 7), kept five years.',
    erasures: 'Files destroyed or anonymized, without saying whose (s. 23).',
  },
  organizationFields: {
    name: 'Name of the organization',
    library: 'Library',
    responsible: 'Person in charge of protecting information',
    contact: 'How to reach that person',
    address: 'Address',
  },
} as const
