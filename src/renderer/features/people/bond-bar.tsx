import { useTranslation } from 'react-i18next'
import { useLists } from '../../lists.tsx'
import './people.css'

/** Stages that are not on the road: the bond rests, or has ended. */
const OFF_ROAD: readonly string[] = ['dormant', 'closed']

/** How far the bond has come, one segment per stage. Its word always stands beside it. */
export function BondBar({ stage, size }: { stage: string; size: 'small' | 'large' }) {
  const { t } = useTranslation()
  const road = useLists()
    .options('bondStage')
    .filter(({ key }) => !OFF_ROAD.includes(key))
  const reached = road.findIndex(({ key }) => key === stage) + 1
  return (
    <span
      className="bond-bar"
      data-size={size}
      role="img"
      aria-label={t('people.stageAt', { step: reached, steps: road.length })}
    >
      {road.map(({ key }, index) => (
        <span key={key} data-reached={index < reached || undefined} />
      ))}
    </span>
  )
}
