import { BellRing, Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { ageingOf } from './ageing.ts'

/** The age beside an open referral: quiet, then a wait with its hourglass, then a call to make. */
export function ReferralAge({ days }: { days: number }) {
  const { t } = useTranslation()
  const ageing = ageingOf(days)
  const said = t(`referrals.age.${ageing}`, { days })
  if (ageing === 'waiting')
    return (
      <Badge tone="warning">
        <Hourglass className="age-icon" size={12} aria-hidden /> {said}
      </Badge>
    )
  if (ageing === 'stale')
    return (
      <Badge tone="danger">
        <BellRing className="age-icon" size={12} aria-hidden /> {said}
      </Badge>
    )
  return <span className="small muted">{said}</span>
}
