import type { ConsentFields } from '#core/duties/consent'

/** Fictional entries of the registers, with nothing but what a test says about them. */
export const fictionalDuties = {
  consent: (fields: Partial<ConsentFields> & Pick<ConsentFields, 'personId'>): ConsentFields => ({
    purpose: 'referral',
    resourceId: null,
    words: 'son surnom et son besoin',
    express: true,
    givenBy: 'person',
    parent: '',
    givenOn: '2026-11-02',
    validUntil: null,
    ...fields,
  }),
}
