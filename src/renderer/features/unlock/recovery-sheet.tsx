import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { Button } from '../../ui/button.tsx'
import { fullDay, todayHere } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'

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

type SheetProps = { vaultName: string; words: readonly string[] }

/** Shows the sheet, then prints it: the words never leave this window but for the printer. */
export function RecoverySheet(sheet: SheetProps) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  return (
    <>
      <Button onPress={() => setShown(true)}>{t('unlock.print')}</Button>
      {createPortal(
        <div className="recovery-sheet print-only">
          <Sheet {...sheet} />
        </div>,
        document.body,
      )}
      <Dialog
        title={t('print.previewOf', { title: t('unlock.sheet') })}
        isOpen={isShown}
        size="large"
        onClose={() => setShown(false)}
        footer={
          <>
            <Button onPress={() => setShown(false)}>{t('form.close')}</Button>
            <Button variant="primary" onPress={() => window.print()}>
              {t('unlock.printNow')}
            </Button>
          </>
        }
      >
        <div className="recovery-sheet paper">
          <Sheet {...sheet} />
        </div>
      </Dialog>
    </>
  )
}

/** The page that prints in place of the window: words, code and what they are for. */
function Sheet({ vaultName, words }: SheetProps) {
  const { t } = useTranslation()
  return (
    <>
      <h1>{t('unlock.sheetTitle', { name: vaultName })}</h1>
      <p>{t('unlock.sheetText')}</p>
      <RecoveryWords words={words} />
      <QrCode text={words.join(' ')} label={t('unlock.qr')} />
      <p>{t('unlock.sheetDate', { day: fullDay(todayHere()) })}</p>
    </>
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
