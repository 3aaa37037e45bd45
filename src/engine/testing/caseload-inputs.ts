import { act } from './test-engine.ts'
import { defaultSettings } from '#core/caseload/settings'
import type { AnyFailure } from '#shared/contract'
import type { caseloadCommands } from '#shared/contract/caseload'
import { fictional } from './fictional.ts'
import { savedId, type TestEngine } from './test-engine.ts'

export type CaseloadName = keyof typeof caseloadCommands
const nowhere = '01900000-0000-7000-8000-000000000000'

const made: Record<string, string> = {}

/** What the inputs below speak of: call it on a new engine before each test. */
export async function makeRecords({ handlers }: TestEngine): Promise<void> {
  const save = (alias: string, strengths = '') =>
    savedId(handlers['people.save'](fictional.person({ aliases: [alias], strengths })))
  made['person'] = await save('Le grand Marc')
  made['other'] = await save('Zoé')
  made['merged'] = await save('Zoë')
  made['wordy'] = await save('Longue', 'a'.repeat(30_000))
  made['wordier'] = await save('Plus longue', 'b'.repeat(30_000))
  const guarded = (alias: string, safetyNoteSealed: boolean) =>
    savedId(
      handlers['people.save'](
        fictional.person({ aliases: [alias], safetyNote: 'Chien méfiant', safetyNoteSealed }),
      ),
    )
  made['sealed'] = await guarded('Sac bleu', true)
  made['guarded'] = await guarded('Manteau long', false)
  await handlers['people.merge']({ keepId: otherId(), duplicateId: made['merged'] })
  await handlers['ties.save'](tie())
  made['retired'] = await savedId(handlers['resources.save'](fictional.resource()))
  await handlers['resources.retire']({ id: made['retired'], on: '2026-11-24' })
  await handlers['settings.save']({ ...defaultSettings, mandateStartsOn: '2024-04-01' })
  const yard = { list: 'place' as const, label: { fr: 'Cour', en: 'Yard' }, group: null, from: '2026-11-01' }
  await handlers['lists.saveValue'](yard)
  await handlers['lists.retire']({ list: 'place', code: 'cour', on: '2026-11-10' })
  await handlers['lists.saveValue']({ ...yard, from: '2026-11-11' })
  made['resource'] = await savedId(handlers['resources.save'](fictional.resource()))
  made['referral'] = await savedId(handlers['referrals.save'](referral()))
  made['accepted'] = await savedId(handlers['referrals.save'](referral()))
  await handlers['referrals.advance']({ ...advanceInput(), id: made['accepted'], on: '2026-11-21' })
}

const personId = () => made['person'] ?? ''
const otherId = () => made['other'] ?? ''
const tie = () => ({ personId: personId(), otherId: otherId(), kind: 'friend', note: '' })
const bondStage = (fields = {}) => ({
  personId: personId(),
  stage: 'bond',
  on: '2026-11-20',
  replaces: null,
  ...fields,
})
const filter = () => ({ list: 'people' as const, name: 'Tous', filter: {} })
const child = fictional.person({ ageBand: 'under-14', legalName: 'Léo Fictif' })
const before = '2024-03-31'
const tomorrow = '2026-11-25'
const resourceId = () => made['resource'] ?? ''
const referral = (fields = {}) =>
  fictional.referral({ personId: personId(), resourceId: resourceId(), ...fields })

export const advanceInput = () => ({
  id: made['referral'] ?? '',
  state: 'accepted' as const,
  on: '2026-11-24',
  reasonCode: null,
  reason: '',
})

/** How each refusal of the domain is met, one by one: `[command, failure, input]`. */
export const refusals: [CaseloadName, AnyFailure, () => unknown][] = [
  ['people.read', 'not-found', () => ({ id: nowhere })],
  ['sources.read', 'not-found', () => ({ type: 'contact', id: nowhere })],
  ['people.save', 'not-found', () => ({ ...fictional.person(), id: nowhere })],
  ['people.remove', 'not-found', () => ({ id: nowhere })],
  ['people.remove', 'still-referenced', () => ({ id: personId() })],
  ['contacts.save', 'not-found', () => ({ ...fictional.contact(), id: nowhere })],
  ['contacts.save', 'unknown-person', () => fictional.contact({ personIds: [nowhere] })],
  ['contacts.save', 'nobody-met', () => fictional.contact({ unidentifiedCount: 0 })],
  ['contacts.save', 'in-the-future', () => fictional.contact({ at: '2026-11-24T10:06' })],
  ['contacts.openNote', 'not-found', () => ({ id: nowhere })],
  ['contacts.remove', 'not-found', () => ({ id: nowhere })],
  ['referrals.save', 'not-found', () => ({ ...referral(), id: nowhere })],
  ['referrals.save', 'unknown-person', () => referral({ personId: nowhere })],
  [
    'referrals.save',
    'step-not-allowed',
    () => ({ ...referral({ proposedOn: '2026-11-22' }), id: made['accepted'] }),
  ],
  ['referrals.save', 'unknown-resource', () => referral({ resourceId: nowhere })],
  [
    'referrals.advance',
    'not-found',
    () => ({ id: nowhere, state: 'accepted', on: '2026-11-24', reasonCode: null, reason: '' }),
  ],
  [
    'referrals.advance',
    'step-not-allowed',
    () => ({ id: made['referral'], state: 'proposed', on: '2026-11-24', reasonCode: null, reason: '' }),
  ],
  ['referrals.remove', 'not-found', () => ({ id: nowhere })],
  ['followUps.save', 'not-found', () => ({ ...fictional.followUp(), id: nowhere })],
  ['followUps.save', 'unknown-person', () => fictional.followUp({ personId: nowhere })],
  ['followUps.complete', 'not-found', () => ({ id: nowhere })],
  ['followUps.remove', 'not-found', () => ({ id: nowhere })],
  ['resources.save', 'not-found', () => ({ ...fictional.resource(), id: nowhere })],
  ['resources.remove', 'not-found', () => ({ id: nowhere })],
  ['resources.remove', 'still-referenced', () => ({ id: resourceId() })],
  ['incidents.save', 'not-found', () => ({ ...fictional.incident(), id: nowhere })],
  ['incidents.save', 'unknown-person', () => fictional.incident({ personId: nowhere })],
  ['incidents.save', 'in-the-future', () => fictional.incident({ at: '2026-11-25T10:00' })],
  ['incidents.remove', 'not-found', () => ({ id: nowhere })],
  ['history.redo', 'nothing-to-undo', () => ({ act })],
  ['people.save', 'identifying-field-refused', () => child],
  ['people.save', 'in-the-future', () => fictional.person({ engagedOn: tomorrow })],
  ['people.saveBondStage', 'not-found', () => bondStage({ replaces: '2026-01-01' })],
  ['people.saveBondStage', 'in-the-future', () => bondStage({ on: tomorrow })],
  ['people.removeBondStage', 'not-found', () => ({ personId: personId(), on: '2026-01-01' })],
  ['people.removeBondStage', 'only-bond-stage', () => ({ personId: personId(), on: '2026-11-24' })],
  ['people.merge', 'not-found', () => ({ keepId: personId(), duplicateId: nowhere })],
  ['people.merge', 'safety-notes-differ', () => ({ keepId: made['sealed'], duplicateId: made['guarded'] })],
  ['people.openSafetyNote', 'not-found', () => ({ id: nowhere })],
  ['people.merge', 'merge-too-long', () => ({ keepId: made['wordy'], duplicateId: made['wordier'] })],
  ['people.merge', 'same-person', () => ({ keepId: personId(), duplicateId: personId() })],
  ['people.merge', 'already-merged', () => ({ keepId: made['merged'], duplicateId: personId() })],
  ['people.merge', 'already-merged', () => ({ keepId: personId(), duplicateId: made['merged'] })],
  ['people.unmerge', 'not-found', () => ({ id: personId() })],
  ['people.dismissDuplicate', 'unknown-person', () => ({ oneId: personId(), otherId: nowhere })],
  ['people.dismissDuplicate', 'same-person', () => ({ oneId: personId(), otherId: personId() })],
  ['ties.save', 'not-found', () => ({ ...tie(), kind: 'family', id: nowhere })],
  ['ties.save', 'unknown-person', () => ({ ...tie(), otherId: nowhere })],
  ['ties.save', 'same-person', () => ({ ...tie(), otherId: personId() })],
  ['ties.save', 'already-tied', () => ({ ...tie(), personId: made['merged'], otherId: personId() })],
  ['ties.remove', 'not-found', () => ({ id: nowhere })],
  ['contacts.save', 'before-mandate', () => fictional.contact({ at: `${before}T10:00` })],
  ['contacts.save', 'axis-not-valid', () => fictional.contact({ mandateAxis: 'pilot-help' })],
  ['referrals.save', 'resource-retired', () => referral({ resourceId: made['retired'] })],
  ['referrals.save', 'in-the-future', () => referral({ proposedOn: tomorrow })],
  ['referrals.save', 'before-mandate', () => referral({ proposedOn: before })],
  [
    'referrals.advance',
    'in-the-future',
    () => ({ id: made['referral'], state: 'accepted', on: tomorrow, reasonCode: null, reason: '' }),
  ],
  ['referrals.tellBack', 'not-found', () => ({ id: nowhere, on: null, note: '' })],
  ['referrals.tellBack', 'in-the-future', () => ({ id: made['referral'], on: tomorrow, note: '' })],
  ['resources.save', 'in-the-future', () => fictional.resource({ lastCheckedOn: tomorrow })],
  ['resources.check', 'not-found', () => ({ id: nowhere })],
  ['resources.retire', 'not-found', () => ({ id: nowhere, on: null })],
  ['followUps.save', 'unknown-link', () => fictional.followUp({ referralId: nowhere })],
  ['agenda.read', 'period-reversed', () => ({ from: '2026-11-24', to: '2026-11-23' })],
  ['agenda.read', 'period-too-long', () => ({ from: '0001-01-01', to: '9999-12-31' })],
  ['incidents.save', 'before-mandate', () => fictional.incident({ at: `${before}T10:00` })],
  ['visits.save', 'in-the-future', () => ({ month: '2026-12', count: 1 })],
  ['groupActivities.save', 'not-found', () => ({ ...fictional.groupActivity(), id: nowhere })],
  ['groupActivities.save', 'in-the-future', () => fictional.groupActivity({ at: `${tomorrow}T10:00` })],
  ['groupActivities.save', 'before-mandate', () => fictional.groupActivity({ at: `${before}T10:00` })],
  ['groupActivities.save', 'axis-not-valid', () => fictional.groupActivity({ mandateAxis: 'nothing' })],
  ['groupActivities.remove', 'not-found', () => ({ id: nowhere })],
  ['staffSupport.save', 'not-found', () => ({ ...fictional.staffSupport(), id: nowhere })],
  ['staffSupport.save', 'in-the-future', () => fictional.staffSupport({ at: `${tomorrow}T10:00` })],
  ['staffSupport.save', 'before-mandate', () => fictional.staffSupport({ at: `${before}T10:00` })],
  ['staffSupport.remove', 'not-found', () => ({ id: nowhere })],
  ['hours.read', 'period-reversed', () => ({ from: '2026-11-24', to: '2026-11-23' })],
  ['hours.read', 'period-too-long', () => ({ from: '2025-01-01', to: '2026-11-23' })],
  ['hours.save', 'not-found', () => ({ ...fictional.workHours(), id: nowhere })],
  ['hours.save', 'in-the-future', () => fictional.workHours({ day: tomorrow })],
  ['hours.save', 'before-mandate', () => fictional.workHours({ day: before })],
  ['hours.save', 'axis-not-valid', () => fictional.workHours({ mandateAxis: 'pilot-climate' })],
  ['hours.remove', 'not-found', () => ({ id: nowhere })],
  [
    'lists.saveValue',
    'not-found',
    () => ({ list: 'place', code: 'nowhere', label: { fr: 'Là', en: 'There' }, group: null }),
  ],
  [
    'lists.saveValue',
    'already-named',
    () => ({ list: 'place', label: { fr: 'Hall', en: 'Lobby' }, group: null }),
  ],
  ['lists.retire', 'already-named', () => ({ list: 'place', code: 'cour', on: null })],
  ['lists.retire', 'not-found', () => ({ list: 'place', code: 'nowhere', on: null })],
  ['lists.retire', 'period-reversed', () => ({ list: 'place', code: 'hall', on: '2019-12-31' })],
  ['lists.retire', 'value-needed', () => ({ list: 'ageBand', code: 'unknown', on: '2026-12-31' })],
  ['lists.reorder', 'not-found', () => ({ list: 'place', codes: ['hall', 'nowhere'] })],
  ['filters.save', 'not-found', () => ({ ...filter(), id: nowhere })],
  ['filters.remove', 'not-found', () => ({ id: nowhere })],
]

/** An input each command accepts. */
export const accepted: Record<CaseloadName, () => unknown> = {
  'lists.all': () => undefined,
  'lists.saveValue': () => ({ list: 'place', label: { fr: 'Jardin', en: 'Garden' }, group: null }),
  'lists.retire': () => ({ list: 'place', code: 'hall', on: '2026-12-01' }),
  'lists.reorder': () => ({ list: 'place', codes: ['downtown'] }),
  'settings.read': () => undefined,
  'settings.save': () => ({ ...defaultSettings, notSeenWeeks: 3 }),
  'filters.list': () => undefined,
  'filters.save': () => filter(),
  'filters.remove': () => ({ id: nowhere }),
  'today.read': () => undefined,
  'people.saveBondStage': () => bondStage(),
  'people.removeBondStage': () => ({ personId: personId(), on: '2026-11-24' }),
  'people.merge': () => ({ keepId: personId(), duplicateId: otherId() }),
  'people.unmerge': () => ({ id: nowhere }),
  'people.duplicates': () => ({ limit: 10, offset: 0 }),
  'people.dismissDuplicate': () => ({ oneId: personId(), otherId: otherId() }),
  'people.notSeen': () => ({ limit: 10, offset: 0 }),
  'ties.save': () => tie(),
  'ties.remove': () => ({ id: nowhere }),
  'referrals.tellBack': () => ({ id: made['referral'], on: '2026-11-24', note: '' }),
  'resources.check': () => ({ id: resourceId() }),
  'resources.retire': () => ({ id: resourceId(), on: '2026-11-24' }),
  'agenda.read': () => ({ from: '2026-11-24', to: '2026-11-30' }),
  'visits.list': () => undefined,
  'visits.save': () => ({ month: '2026-10', count: 100 }),
  'groupActivities.list': () => undefined,
  'groupActivities.save': () => fictional.groupActivity(),
  'groupActivities.remove': () => ({ id: nowhere }),
  'staffSupport.list': () => undefined,
  'staffSupport.save': () => fictional.staffSupport(),
  'staffSupport.remove': () => ({ id: nowhere }),
  'hours.read': () => ({ from: '2026-11-24', to: '2026-11-30' }),
  'hours.save': () => fictional.workHours(),
  'hours.remove': () => ({ id: nowhere }),
  'people.list': () => ({ limit: 10, offset: 0 }),
  'people.suggest': () => ({ text: 'marc', limit: 10 }),
  'people.named': () => ({ ids: [personId()] }),
  'people.read': () => ({ id: personId() }),
  'people.save': () => fictional.person(),
  'people.openSafetyNote': () => ({ id: nowhere }),
  'people.remove': () => ({ id: personId() }),
  'contacts.list': () => ({ limit: 10, offset: 0 }),
  'contacts.defaults': () => undefined,
  'contacts.save': () => fictional.contact(),
  'contacts.openNote': () => ({ id: nowhere }),
  'contacts.remove': () => ({ id: nowhere }),
  'referrals.list': () => ({ filter: {}, limit: 10, offset: 0 }),
  'referrals.save': () => referral(),
  'referrals.advance': advanceInput,
  'referrals.remove': () => ({ id: made['referral'] }),
  'followUps.list': () => ({ done: false, limit: 10, offset: 0 }),
  'sources.read': () => ({ type: 'referral', id: made['referral'] }),
  'followUps.save': () => fictional.followUp(),
  'followUps.complete': () => ({ id: nowhere }),
  'followUps.remove': () => ({ id: nowhere }),
  'resources.list': () => undefined,
  'resources.save': () => fictional.resource(),
  'resources.remove': () => ({ id: nowhere }),
  'incidents.list': () => ({ limit: 10, offset: 0 }),
  'incidents.save': () => fictional.incident(),
  'incidents.remove': () => ({ id: nowhere }),
  'draft.read': () => undefined,
  'draft.keep': () => ({ note: 'à moitié' }),
  'search.run': () => ({ text: 'marc', limit: 10 }),
  'history.read': () => undefined,
  'history.undo': () => ({ act }),
  'history.redo': () => ({ act }),
}
