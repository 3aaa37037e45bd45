import type { Random } from '#core/random'
import { addDays, dayOf } from '#core/caseload/calendar'
import type { Contact } from '#core/caseload/contact'
import { blankFollowUp, type FollowUp } from '#core/caseload/follow-up'
import type { Incident } from '#core/caseload/incident'
import type { Referral, ReferralStep } from '#core/caseload/referral'
import { resourceName, type Resource } from '#core/caseload/resource'
import { openMinute, progress } from './calendar.ts'
import { followUpTitles, incidentNotes, ownFollowUps, reasons, referralNotes } from './notes.fr.ts'
import { themesOf } from './resources.fr.ts'
import { toldBack } from './work.fr.ts'
import {
  incidentKinds,
  incidentsGone,
  incidentsPerHundred,
  intensities,
  outcomes,
  needlePlaces,
  scenes,
  referralReasons,
  repetitions,
} from './mix.ts'
import { seededId } from './seeded-id.ts'

/** What follows from a contact, if anything. */
export function inventReferral(
  random: Random,
  { id: contactId, at, personIds: [personId], themes: [theme], kinds }: Contact,
  resources: readonly Resource[],
  until: string,
): Referral[] {
  if (personId === undefined || theme === undefined) return []
  if (!random.chance(kinds.includes('referral') ? 0.8 : 0.05)) return []
  const fitting = resources.filter((each) => themesOf[resourceName(each)]?.some((known) => known === theme))
  const steps = inventSteps(random, dayOf(at), until)
  return [
    {
      id: seededId(random, at),
      personId,
      contactId,
      resourceId: random.pick(fitting.length > 0 ? fitting : resources).id,
      theme,
      proposedOn: dayOf(at),
      accompaniedByWorker: steps.some(({ state }) => state === 'accompanied'),
      note: random.pick(referralNotes),
      state: steps.at(-1)?.state ?? 'proposed',
      steps,
      ...inventToldBack(random, steps, until),
    },
  ]
}

/** Down the road as far as the days allow, then an end. */
function inventSteps(random: Random, proposedOn: string, until: string): ReferralStep[] {
  const end = random.weighted(outcomes)
  const road: ReferralStep['state'][] = ['proposed']
  if (end !== 'person-declined') road.push('accepted', 'resource-reached')
  if (random.chance(0.4) && end === 'service-obtained') road.push('accompanied')
  const steps: ReferralStep[] = []
  let on = proposedOn
  for (const state of [...road, end]) {
    if (on > until) break
    const said = reasons[state]
    steps.push({
      state,
      on,
      reasonCode: reasonOf(random, state),
      reason: said !== undefined && random.chance(0.6) ? random.pick(said) : '',
    })
    on = addDays(on, random.int(2, 18))
  }
  return steps
}

function reasonOf(random: Random, state: string): string | null {
  const codes = referralReasons[state]
  return codes === undefined ? null : random.pick(codes)
}

/** Told a few days after the last step, when it is. */
function inventToldBack(
  random: Random,
  steps: readonly ReferralStep[],
  until: string,
): Pick<Referral, 'toldBackOn' | 'toldBackNote'> {
  const on = addDays(steps.at(-1)?.on ?? until, random.int(1, 10))
  const isTold = steps.length > 2 && on <= until && random.chance(0.5)
  return isTold
    ? { toldBackOn: on, toldBackNote: random.pick(toldBack) }
    : { toldBackOn: null, toldBackNote: '' }
}

export function inventFollowUp(
  random: Random,
  { id: contactId, at, personIds: [personId] }: Contact,
  until: string,
): FollowUp[] {
  if (personId === undefined || !random.chance(0.2)) return []
  const dueOn = addDays(dayOf(at), random.int(2, 14))
  const dueTime = random.chance(0.3) ? `${random.int(10, 16)}:${random.pick(['00', '30'])}` : null
  // the old ones are done, save a few; the last days' are what the agenda shows
  const isDone = dueOn < addDays(until, -10) ? random.chance(0.93) : dueOn <= until && random.chance(0.5)
  const doneAt = isDone ? `${dueOn}T${random.int(11, 17)}:00` : null
  return [
    {
      ...blankFollowUp,
      id: seededId(random, at),
      title: random.pick(followUpTitles),
      personId,
      contactId,
      dueOn,
      dueTime,
      repetition: isDone ? 'none' : random.weighted(repetitions),
      doneAt,
    },
  ]
}

/** The worker's own, in the days around the end. */
export function inventOwnFollowUps(random: Random, until: string): FollowUp[] {
  return ownFollowUps.map((own, index) => ({
    id: seededId(random, `${until}T09:${String(index).padStart(2, '0')}`),
    ...blankFollowUp,
    ...own,
    dueOn: addDays(until, index * 2 - 1),
    doneAt: null,
  }))
}

/** Conflicts, fewer and milder as months go by. */
export function inventIncidents(
  random: Random,
  contacts: readonly Contact[],
  from: string,
  until: string,
): Incident[] {
  const wanted = Math.round((contacts.length * incidentsPerHundred) / 100)
  return Array.from({ length: wanted }, () => openMinute(random, from, until))
    .filter((at) => !random.chance(progress(dayOf(at), from, until) * incidentsGone))
    .toSorted()
    .map((at) => inventIncident(random, at, progress(dayOf(at), from, until), contacts))
}

function inventIncident(random: Random, at: string, late: number, contacts: readonly Contact[]): Incident {
  const kind = random.weighted(incidentKinds)
  const intensity = Number(random.weighted(random.chance(late) ? intensities.last : intensities.first))
  const outcome =
    intensity >= 3
      ? random.weighted({ warning: 3, 'expulsion-avoided': 3, expulsion: 2, mediation: 2 })
      : random.weighted({ calmed: 6, mediation: 3, warning: 2, 'expulsion-avoided': 1 })
  const [personId = null] = random.chance(0.3) && contacts.length > 0 ? random.pick(contacts).personIds : []
  return {
    id: seededId(random, at),
    at,
    kinds: [kind],
    intensity,
    place: random.weighted(kind === 'found-needle' ? needlePlaces : scenes),
    outcome,
    staffConcerned: kind === 'with-staff' || random.chance(0.25),
    personId,
    note: random.pick(incidentNotes[kind] ?? ['']),
  }
}
