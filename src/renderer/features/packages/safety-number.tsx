import { useTranslation } from 'react-i18next'
import './packages.css'

/** Six groups, large enough to be read aloud. */
export function SafetyNumber({ number }: { number: string }) {
  const { t } = useTranslation()
  return (
    <div className="safety-number">
      <span className="label">{t('packages.number')}</span>
      <p>
        {number.split(' ').map((group, place) => (
          // six groups never move, and one may come twice
          // oxlint-disable-next-line react/no-array-index-key
          <span key={place}>{group} </span>
        ))}
      </p>
    </div>
  )
}
