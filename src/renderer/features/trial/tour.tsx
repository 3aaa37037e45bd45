import { useNavigate } from '@tanstack/react-router'
import { ArrowLeft, ArrowRight, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useShellActions } from '../shell/shell-actions.ts'

/** Each stop is a screen to look at, and one thing to try there. */
const stops = [
  { to: '/', key: 'today', keys: null },
  { to: '/', key: 'note', keys: 'Ctrl+N' },
  { to: '/people', key: 'people', keys: 'Ctrl+K' },
  { to: '/follow-ups', key: 'followUps', keys: null },
  { to: '/meeting', key: 'meeting', keys: null },
  { to: '/statistics', key: 'statistics', keys: null },
  { to: '/', key: 'lock', keys: 'Ctrl+L' },
] as const

/** A card beside the screens, never over the whole of them: everything it speaks of can be used meanwhile. */
export function Tour({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { lock } = useShellActions()
  const [at, setAt] = useState(0)
  const stop = stops[at] ?? stops[0]
  const isLast = at === stops.length - 1
  const go = (next: number) => {
    setAt(next)
    void navigate({ to: stops[next]?.to ?? '/' })
  }
  return (
    <section className="tour" aria-label={t('trial.tour')}>
      <div className="tour-head">
        <p className="small muted">{t('trial.step', { step: at + 1, steps: stops.length })}</p>
        <IconButton label={t('trial.closeTour')} icon={<X size={17} aria-hidden />} onPress={onClose} />
      </div>
      {/* each stop is read out; the keyboard stays on « Suivant » */}
      <div className="tour-stop" aria-live="polite">
        <h2>{t(`trial.stops.${stop.key}.title`)}</h2>
        <p>{t(`trial.stops.${stop.key}.text`)}</p>
        <p className="tour-try">
          <span>{t(`trial.stops.${stop.key}.try`)}</span>
          {stop.keys !== null && <Kbd keys={stop.keys} />}
        </p>
      </div>
      <div className="row">
        {at > 0 && (
          <Button icon={<ArrowLeft size={16} aria-hidden />} onPress={() => go(at - 1)}>
            {t('trial.back')}
          </Button>
        )}
        {isLast ? (
          <Button variant="primary" onPress={lock}>
            {t('trial.end')}
          </Button>
        ) : (
          <Button variant="primary" icon={<ArrowRight size={16} aria-hidden />} onPress={() => go(at + 1)}>
            {t('trial.next')}
          </Button>
        )}
      </div>
    </section>
  )
}
