import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../queries.ts'
import { Checkbox, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SafetyNumber } from './safety-number.tsx'

/** What registering a key asks: that its number was compared, and a name. */
interface KeyNaming {
  name: string
  isCompared: boolean
  replaces: boolean
}

type KeyFieldsProps = {
  number: string
  value: KeyNaming
  onChange: (value: KeyNaming) => void
  isTried: boolean
  /** Another key has that name: to be replaced on purpose only. */
  isTaken: boolean
}

/** The naming of a key: the properties of its fields, and `complete`, what to register, null while something is missing. */
export function useNaming(
  number: string,
  name = '',
): { fields: KeyFieldsProps; complete: () => { number: string; name: string; replaces: boolean } | null } {
  const [value, setValue] = useState<KeyNaming>({ name, isCompared: false, replaces: false })
  const [isTried, setTried] = useState(false)
  const known = useRead('packages.list', undefined).data?.correspondents ?? []
  const given = value.name.trim()
  const isTaken = known.some((each) => each.name === given && each.number !== number)
  return {
    fields: { number, value, onChange: setValue, isTried, isTaken },
    complete: () => {
      setTried(true)
      const isComplete = value.isCompared && given !== '' && (!isTaken || value.replaces)
      return isComplete ? { number, name: given, replaces: value.replaces } : null
    },
  }
}

export function KeyFields({ number, value, onChange, isTried, isTaken }: KeyFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <SafetyNumber number={number} />
      <div>
        <Checkbox value={value.isCompared} onChange={(isCompared) => onChange({ ...value, isCompared })}>
          {t('packages.compared')}
        </Checkbox>
        {isTried && !value.isCompared && <p className="field-error">{t('packages.comparedNeeded')}</p>}
      </div>
      <TextField
        label={t('packages.name')}
        placeholder={t('packages.nameHint')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name, replaces: false })}
        maxLength={200}
        error={isTried && value.name.trim() === '' ? t('form.required') : undefined}
      />
      {isTaken && (
        <>
          <Notice tone="danger" title={t('packages.replacesTitle')} isAlert>
            {t('packages.replacesText')}
          </Notice>
          <Checkbox value={value.replaces} onChange={(replaces) => onChange({ ...value, replaces })}>
            {t('packages.replaces')}
          </Checkbox>
        </>
      )}
    </>
  )
}
