import { useTranslation } from 'react-i18next'
import './incidents.css'

export const intensities = [1, 2, 3, 4] as const
export type IntensityLevel = (typeof intensities)[number]
export const levelOf = (intensity: number): IntensityLevel =>
  intensities.find((level) => level === intensity) ?? 1

/** Four rising bars, as many filled as the intensity: the shape says it without its colour. */
export function IntensityMark({ level }: { level: IntensityLevel }) {
  return (
    <svg className="intensity-mark" data-level={level} width="18" height="14" viewBox="0 0 18 14" aria-hidden>
      {intensities.map((step) => (
        <rect
          key={step}
          x={(step - 1) * 5 + 0.5}
          y={13.5 - step * 3.25}
          width="2.5"
          height={step * 3.25}
          data-filled={step <= level || undefined}
        />
      ))}
    </svg>
  )
}

export function Intensity({ level }: { level: IntensityLevel }) {
  const { t } = useTranslation()
  return (
    <span className="intensity" data-level={level}>
      <IntensityMark level={level} />
      <span aria-hidden="true">
        {level} · {t(`people.intensity.${level}`)}
      </span>
      <span className="visually-hidden">
        {t('incidents.intensityOf', { intensity: level, word: t(`people.intensity.${level}`) })}
      </span>
    </span>
  )
}
