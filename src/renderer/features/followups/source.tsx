import { Link } from '@tanstack/react-router'
import { Link2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FollowUpFields } from '#core/caseload/follow-up'
import { inSentence, useLists } from '../../lists.tsx'
import { useRead } from '../../queries.ts'
import { IconButton } from '../../ui/button.tsx'
import { nearMoment } from '../../ui/dates.ts'

export type Links = Pick<FollowUpFields, 'personId' | 'contactId' | 'referralId' | 'incidentId'>

export const isLinked = ({ contactId, referralId, incidentId }: Links): boolean =>
  (contactId ?? referralId ?? incidentId) !== null

/** What a follow-up comes from, in a word that leads there. */
export function SourceLink({ links: { personId, contactId, referralId, incidentId } }: { links: Links }) {
  const { t } = useTranslation()
  if (referralId !== null)
    return (
      <Link to="/referrals" className="text-link">
        {t('followUps.fromReferral')}
      </Link>
    )
  if (incidentId !== null)
    return (
      <Link to="/incidents" className="text-link">
        {t('followUps.fromIncident')}
      </Link>
    )
  if (contactId === null) return null
  if (personId === null)
    return (
      <Link to="/contacts" className="text-link">
        {t('followUps.fromContact')}
      </Link>
    )
  return (
    <Link to="/people/$personId" params={{ personId }} className="text-link">
      {t('followUps.fromContact')}
    </Link>
  )
}

/** In the form: the record it comes from, and a way to part from it. */
export function SourceField({ links, onDetach }: { links: Links; onDetach: () => void }) {
  const { t } = useTranslation()
  const said = useSourceText(links)
  return (
    <p className="follow-up-source">
      <Link2 size={16} aria-hidden />
      <span className="grow">{said}</span>
      <IconButton label={t('followUps.detach')} icon={<X size={16} aria-hidden />} onPress={onDetach} />
    </p>
  )
}

function useSourceText({ personId, contactId, referralId, incidentId }: Links): string {
  const { t } = useTranslation()
  const lists = useLists()
  const referrals = useRead('referrals.list', undefined, { enabled: referralId !== null }).data
  const incidents = useRead('incidents.list', undefined, { enabled: incidentId !== null }).data
  const file = useRead(
    'people.read',
    { id: personId ?? '' },
    { enabled: contactId !== null && personId !== null },
  )
  const referral = referrals?.find(({ id }) => id === referralId)
  if (referral) return t('followUps.fromReferralTo', { resource: referral.resourceName })
  if (referralId !== null) return t('followUps.fromReferral')
  const incident = incidents?.find(({ id }) => id === incidentId)
  if (incident)
    return t('followUps.fromIncidentOf', {
      what: inSentence(lists.on(incident.at).labels('incidentKind', incident.kinds)),
      when: nearMoment(incident.at),
    })
  if (incidentId !== null) return t('followUps.fromIncident')
  const entry = file.data?.timeline.find(({ type, record }) => type === 'contact' && record.id === contactId)
  if (entry?.type !== 'contact') return t('followUps.fromContact')
  return t('followUps.fromContactOf', {
    what: inSentence(lists.on(entry.at).labels('contactKind', entry.record.kinds)),
    when: nearMoment(entry.at),
  })
}
