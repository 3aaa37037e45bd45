/** Failures of the duties of the law: consents, requests, registers, erasure. */
export const dutyFailures = {
  'copy-reveals-another': {
    what: 'A word of this file may point at another person.',
    next: 'Nothing left. Mask each doubtful word, or say that it is nobody, then try again.',
  },
  'identity-not-checked': {
    what: 'The identity of the person was not checked.',
    next: 'Your text stays on screen. Record the day of the check before saying that the request is granted.',
  },
  'kept-five-years': {
    what: 'This incident must stay in the register for at least five years.',
    next: 'It was not removed. Correct it if something in it is wrong.',
  },
  'late-reason-needed': {
    what: 'The answer comes after the clock.',
    next: 'Your text stays on screen. Write the reason for the delay.',
  },
  'no-notice-due': {
    what: 'This incident asks for no notice.',
    next: 'Nothing left. If the risk of injury is serious, say so first in the entry.',
  },
  'not-purged': {
    what: 'The person is no longer in the notebook, but an older generation still holds the file.',
    next: 'Try again from “Decisions taken”. If that is not enough, free some space on the disk and check that the folder of the notebook can be changed.',
  },
  'notices-missing': {
    what: 'A serious risk asks for notices before the incident is closed.',
    next: 'Your text stays on screen. Record the days of the notices to the Commission and to the persons, or why they are not told.',
  },
  'obligations-open': {
    what: 'Something about this person is still to be settled.',
    next: 'Nothing was erased. The list above says what to do first.',
  },
  'outcome-needed': {
    what: 'The day of the answer and the outcome go together.',
    next: 'Your text stays on screen. Fill in both, or neither.',
  },
  'reasons-needed': {
    what: 'The reasons are missing.',
    next: 'Your text stays on screen. Write why, in a few words.',
  },
  'text-may-name': {
    what: 'A word elsewhere in the notebook may point at this person.',
    next: 'Nothing was erased. Mask each doubtful word, or say that it is not this person.',
  },
  'too-late-to-extend': {
    what: 'The clock has already run out: it can no longer be extended.',
    next: 'Your text stays on screen. Answer now, with the reason for the delay.',
  },
  'consent-expired': {
    what: 'The consent to talk to this resource about this person has expired.',
    next: 'Nothing was recorded and your text stays on screen. Ask again, then record the consent.',
  },
  'consent-withdrawn': {
    what: 'The person withdrew the consent: this resource must learn nothing more.',
    next: 'Nothing was recorded and your text stays on screen. If the person changes her mind, record the new consent; if a life is in danger, record a disclosure in its register.',
  },
  'parent-consent-needed': {
    what: 'Under 14, a parent or the tutor consents.',
    next: 'Your text stays on screen. Say who consented, or correct the age band in the file.',
  },
  'already-named': {
    what: 'Another value of this list already has this label.',
    next: 'Nothing changed. Choose a label that tells them apart, or retire the other value first.',
  },
  'value-needed': {
    what: 'Filigrane needs this value.',
    next: 'It stays on offer. You can change its label.',
  },
} as const
