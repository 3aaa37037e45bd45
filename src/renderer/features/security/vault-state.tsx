import { CircleCheck, CirclePause, OctagonAlert, ShieldCheck } from 'lucide-react'
import { use } from 'react'
import { ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Health } from '#shared/contract/vault'
import { useAct, useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { clock, nearMoment } from '../../ui/dates.ts'
import { Facts, Section } from '../../ui/page.tsx'
import { OpenedContext } from '../shell/opened.ts'

/** The last save and its number, the same at this opening, and how far the vault is verified. */
export function VaultState() {
  const { t } = useTranslation()
  const state = useRead('security.read', undefined).data
  const health = useRead('vault.health', undefined).data
  const opened = use(OpenedContext)
  if (!state || !health) return null
  const saved = (at: string | null, sequence: number) =>
    at === null ? t('shell.neverSaved') : t('security.savedAt', { at: nearMoment(at), sequence })
  const found =
    opened === null || (opened.closedCleanly && !opened.tornFrameDropped)
      ? t('security.closedCleanly')
      : t(opened.tornFrameDropped ? 'security.torn' : 'security.crashed')
  return (
    <Section title={t('security.stateTitle')}>
      <Facts
        facts={[
          { label: t('security.lastSave'), value: saved(health.lastSavedAt, health.sequence) },
          {
            label: t('security.atOpening'),
            value: `${saved(state.opened.lastSavedAt, state.opened.sequence)}. ${found}`,
          },
          {
            label: t('security.generation'),
            value: t('security.generationOf', { number: state.generation }),
          },
          { label: t('security.verification'), value: <Verification health={health} /> },
        ]}
      />
      <p className="small muted">{t('security.rollbackNote')}</p>
    </Section>
  )
}

function Verification({ health }: { health: Health }) {
  const { t } = useTranslation()
  const verify = useAct('vault.verify')
  const pause = useAct('vault.pauseVerification')
  const again = (
    <Button icon={<ShieldCheck size={17} aria-hidden />} onPress={() => verify.mutate(undefined)}>
      {t('security.verifyNow')}
    </Button>
  )
  switch (health.state) {
    case 'running':
      return (
        <div className="verification">
          <ProgressBar
            aria-label={t('security.verification')}
            className="progress"
            value={health.checked}
            maxValue={Math.max(health.total, 1)}
          >
            {({ percentage = 0, valueText }) => (
              <>
                <span className="progress-track">
                  <span className="progress-fill" style={{ inlineSize: `${percentage}%` }} />
                </span>
                <span className="progress-value">{valueText}</span>
              </>
            )}
          </ProgressBar>
          <Button onPress={() => pause.mutate(undefined)}>{t('security.pause')}</Button>
        </div>
      )
    case 'ok':
      return (
        <div className="verification">
          <span className="said" data-tone="ok">
            <CircleCheck size={16} aria-hidden />
            {health.verifiedAt === null
              ? t('shell.checked')
              : t('security.verifiedAt', { time: clock(health.verifiedAt) })}
          </span>
          {again}
        </div>
      )
    case 'paused':
      return (
        <div className="verification">
          <span className="said">
            <CirclePause size={16} aria-hidden />
            {t('shell.checkPaused')}
          </span>
          {again}
        </div>
      )
    case 'damaged':
      return (
        <span className="said" data-tone="danger">
          <OctagonAlert size={16} aria-hidden />
          {t('security.damaged')}
        </span>
      )
  }
}
