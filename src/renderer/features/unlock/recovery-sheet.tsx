import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { fullDay, todayHere } from '../../ui/dates.ts'

/** The twelve words on screen, large enough to copy down. */
export function RecoveryWords({ words }: { words: readonly string[] }) {
  return (
    <ol className="recovery-words">
      {words.map((word, index) => (
        // twelve words never move, and one may come twice
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>{word}</li>
      ))}
    </ol>
  )
}

/** The page that prints in place of the window: words, code and what they are for. */
export function RecoverySheet({ vaultName, words }: { vaultName: string; words: readonly string[] }) {
  const { t } = useTranslation()
  return createPortal(
    <div className="recovery-sheet print-only" lang="fr-CA">
      <h1>{t('unlock.sheetTitle', { name: vaultName })}</h1>
      <p>{t('unlock.sheetText')}</p>
      <RecoveryWords words={words} />
      <QrCode text={words.join(' ')} label={t('unlock.qr')} />
      <p>{t('unlock.sheetDate', { day: fullDay(todayHere()) })}</p>
    </div>,
    document.body,
  )
}

/** Drawn as one path: no markup is built from text. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
