import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonFields } from '#core/caseload/person'
import { DateField } from '../../ui/date-field.tsx'
import { todayHere } from '../../ui/dates.ts'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'

type Basis = PersonFields['identifyingBasis']

type IdentifyingBasisProps = {
  value: Basis
  onChange: (basis: Basis) => void
  /** The name is refused as things stand: said at the choice, which is the way out. */
  isRefused: boolean
  /** Saving was tried: what is missing is said. */
  isTried: boolean
}

const NONE = 'none'
const kinds = { 'parent-consented': 'people.basisParent', 'child-benefit': 'people.basisBenefit' } as const
const isKind = (key: string): key is keyof typeof kinds => key in kinds

/** Under 14, an identifying field needs a parent's consent or the worker's reason (P-39.1, s. 4.1). */
export function IdentifyingBasis({ value, onChange, isRefused, isTried }: IdentifyingBasisProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const choose = (key: string) =>
    onChange(isKind(key) ? { on: todayHere(), words: '', ...value, kind: key } : null)
  return (
    <div className="basis stack" role="group" aria-labelledby={titleId}>
      <div>
        <h3 id={titleId}>{t('people.basis')}</h3>
        <p className="small quiet">{t('people.basisText')}</p>
      </div>
      <div className="columns-2">
        <Select
          label={t('people.basisKind')}
          value={value?.kind ?? NONE}
          onChange={choose}
          error={isRefused ? t('people.basisNeeded') : undefined}
          options={[
            { key: NONE, label: t('people.basisNone') },
            ...Object.entries(kinds).map(([key, label]) => ({ key, label: t(label) })),
          ]}
        />
        {value !== null && (
          <DateField
            label={t('people.basisOn')}
            max={todayHere()}
            value={value.on}
            onChange={(on) => on !== null && onChange({ ...value, on })}
          />
        )}
      </div>
      {value !== null && (
        <TextField
          label={t(
            value.kind === 'parent-consented' ? 'people.basisWordsParent' : 'people.basisWordsBenefit',
          )}
          maxLength={200}
          value={value.words}
          onChange={(words) => onChange({ ...value, words })}
          error={isTried && value.words.trim() === '' ? t('form.required') : undefined}
        />
      )}
    </div>
  )
}
