import { CircleCheck, CirclePause, OctagonAlert, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Health } from '#shared/contract/vault'
import { useRead } from '../../queries.ts'
import { clock, daysUntil, shortDay } from '../../ui/dates.ts'

/** The foot of the rail: when the last act reached the disk, its number, and how far the vault is verified. */
export function SavedState() {
  const { t } = useTranslation()
  const health = useRead('vault.health', undefined).data
  if (health === undefined) return <div className="rail-foot" />
  return (
    <div className="rail-foot">
      <p>
        <SavedAt at={health.lastSavedAt} /> · {t('shell.sequence', { sequence: health.sequence })}
      </p>
      <Verification health={health} />
    </div>
  )
}

function SavedAt({ at }: { at: string | null }) {
  const { t } = useTranslation()
  if (at === null) return t('shell.neverSaved')
  const time = clock(at)
  return daysUntil(at) === 0 ? t('shell.savedAt', { time }) : t('shell.savedOn', { day: shortDay(at), time })
}

function Verification({ health }: { health: Health }) {
  const { t } = useTranslation()
  switch (health.state) {
    case 'running': {
      const percent = health.total === 0 ? 0 : Math.floor((100 * health.checked) / health.total)
      return (
        <p className="rail-check">
          <RefreshCw size={13} aria-hidden />
          {t('shell.checking', { percent })}
        </p>
      )
    }
    case 'ok':
      return (
        <p className="rail-check">
          <CircleCheck size={13} aria-hidden />
          {t('shell.checked')}
        </p>
      )
    case 'paused':
      return (
        <p className="rail-check">
          <CirclePause size={13} aria-hidden />
          {t('shell.checkPaused')}
        </p>
      )
    case 'damaged':
      return (
        <p className="rail-check late">
          <OctagonAlert size={13} aria-hidden />
          {t('shell.damaged')}
        </p>
      )
  }
}
