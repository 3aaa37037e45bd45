import { useTranslation } from 'react-i18next'
import type { ReferralState } from '#core/caseload/referral'
import { Badge, type Tone } from '../../ui/badge.tsx'

const tones: Record<ReferralState, Tone> = {
  proposed: 'plain',
  accepted: 'information',
  'resource-reached': 'information',
  accompanied: 'information',
  'service-obtained': 'ok',
  'waiting-list': 'warning',
  'person-declined': 'plain',
  'resource-declined': 'danger',
  'no-answer': 'plain',
  abandoned: 'plain',
}

/** Where a referral stands, in its own word. */
export function ReferralBadge({ state }: { state: ReferralState }) {
  const { t } = useTranslation()
  return <Badge tone={tones[state]}>{t(`people.referralState.${state}`)}</Badge>
}
