import { Link } from '@tanstack/react-router'
import { Link2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sourceTypes, type FollowUpFields } from '#core/caseload/follow-up'
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

function useSourceText({ contactId, referralId, incidentId }: Links): string {
  const { t } = useTranslation()
  const lists = useLists()
  const known = { referral: referralId, incident: incidentId, contact: contactId }
  const type = sourceTypes.find((type) => known[type] !== null) ?? 'contact'
  const id = known[type]
  const source = useRead('sources.read', { type, id: id ?? '' }, { enabled: id !== null }).data
  if (source === undefined || source.type !== type) return t(plainly[type])
  if (source.type === 'referral') return t('followUps.fromReferralTo', { resource: source.resourceName })
  const [list, sentence] =
    source.type === 'incident'
      ? (['incidentKind', 'followUps.fromIncidentOf'] as const)
      : (['contactKind', 'followUps.fromContactOf'] as const)
  return t(sentence, {
    what: inSentence(lists.on(source.at).labels(list, source.kinds)),
    when: nearMoment(source.at),
  })
}

const plainly = {
  referral: 'followUps.fromReferral',
  incident: 'followUps.fromIncident',
  contact: 'followUps.fromContact',
} as const
