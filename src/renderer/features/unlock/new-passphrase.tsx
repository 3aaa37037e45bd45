import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { PassphraseField } from '../../ui/field.tsx'
import { ENOUGH, measure, MIN_LENGTH, useStrength, type Score } from './strength.ts'
import { suggestPassphrase } from './suggest.ts'

export type NewPassphrase = { passphrase: string; confirmation: string }
type Problem = 'short' | 'weak' | 'mismatch'

/** Null when it may be used. */
export async function problemOf({ passphrase, confirmation }: NewPassphrase): Promise<Problem | null> {
  if (passphrase.length < MIN_LENGTH) return 'short'
  if ((await measure(passphrase)) < ENOUGH) return 'weak'
  return passphrase === confirmation ? null : 'mismatch'
}

type Props = {
  label: string
  value: NewPassphrase
  onChange: (value: NewPassphrase) => void
  problem: Problem | null
  isDisabled: boolean
  /** Off where something else comes before it. */
  autoFocus?: boolean
}

/** A new passphrase, how strong it is, and the same again. */
export function NewPassphraseFields({
  label,
  value,
  onChange,
  problem,
  isDisabled,
  autoFocus = true,
}: Props) {
  const { t } = useTranslation()
  const [suggested, setSuggested] = useState<string | null>(null)
  const { passphrase, confirmation } = value
  const missing = MIN_LENGTH - passphrase.length
  const error =
    problem === 'short' && missing > 0
      ? t('unlock.tooShort', { count: missing })
      : problem === 'weak'
        ? t('unlock.tooWeak')
        : undefined
  return (
    <>
      <div className="stack">
        <PassphraseField
          autoFocus={autoFocus}
          label={label}
          description={t('unlock.chooseText')}
          value={passphrase}
          onChange={(text) => onChange({ ...value, passphrase: text })}
          error={error}
          isDisabled={isDisabled}
        />
        <Strength passphrase={passphrase} />
        {suggested === null ? (
          <p className="suggest">
            <Button
              variant="plain"
              icon={<Sparkles size={17} aria-hidden />}
              onPress={() => void suggestPassphrase().then(setSuggested)}
            >
              {t('unlock.suggest')}
            </Button>
          </p>
        ) : (
          <div className="suggestion" role="status">
            <p className="small quiet">{t('unlock.suggested')}</p>
            <p className="suggestion-words">{suggested}</p>
          </div>
        )}
      </div>
      <PassphraseField
        label={t('unlock.confirm')}
        value={confirmation}
        onChange={(text) => onChange({ ...value, confirmation: text })}
        error={problem === 'mismatch' ? t('unlock.confirmMismatch') : undefined}
        isDisabled={isDisabled}
      />
    </>
  )
}

const steps: readonly Score[] = [1, 2, 3, 4]

function Strength({ passphrase }: { passphrase: string }) {
  const { t } = useTranslation()
  const score = useStrength(passphrase)
  return (
    <div className="strength" data-score={score ?? undefined}>
      <span className="strength-bar" aria-hidden="true">
        {steps.map((step) => (
          <span key={step} data-reached={(score !== null && score >= step) || undefined} />
        ))}
      </span>
      <span className="small" role="status">
        {t('unlock.strength')}
        {score !== null && `\u00a0: ${t(`unlock.strengthOf.${score}`)}`}
      </span>
    </div>
  )
}
