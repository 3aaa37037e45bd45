import { ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

/** The passphrase is being turned into a key: a second or so, on purpose. */
export function Deriving({ label }: { label: string }) {
  const { t } = useTranslation()
  return (
    <div className="deriving">
      <ProgressBar isIndeterminate aria-label={label} className="deriving-bar">
        <span />
      </ProgressBar>
      <p className="small quiet" role="status">
        {label} {t('unlock.openingWhy')}
      </p>
    </div>
  )
}
