import { Compass, X } from 'lucide-react'
import { use, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trialPassphrase } from '#shared/trial'
import { Button } from '../../ui/button.tsx'
import { OpenedContext } from '../shell/opened.ts'
import { useShellActions } from '../shell/shell-actions.ts'
import { Tour } from './tour.tsx'
import './trial.css'

/** Said as long as a trial is open: all of it is invented, none of it stays. The tour begins by itself. */
export function Trial() {
  const { t } = useTranslation()
  const { lock } = useShellActions()
  const [isTouring, setTouring] = useState(true)
  if (use(OpenedContext)?.isTrial !== true) return null
  return (
    <>
      <div className="trial-strip" role="note">
        <p>
          <strong>{t('trial.title')}</strong> {t('trial.text')}{' '}
          <span className="trial-passphrase">{trialPassphrase}</span>
        </p>
        <div className="row">
          {!isTouring && (
            <Button variant="plain" icon={<Compass size={16} aria-hidden />} onPress={() => setTouring(true)}>
              {t('trial.tourAgain')}
            </Button>
          )}
          <Button variant="plain" icon={<X size={16} aria-hidden />} onPress={lock}>
            {t('trial.leave')}
          </Button>
        </div>
      </div>
      {isTouring && <Tour onClose={() => setTouring(false)} />}
    </>
  )
}
