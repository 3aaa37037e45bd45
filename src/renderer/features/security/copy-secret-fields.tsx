import { useTranslation } from 'react-i18next'
import type { CopySecret } from '#shared/contract/security'
import { PassphraseField, TextArea } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'

type Way = 'worker' | 'coordinator' | 'words'
const ways: readonly Way[] = ['worker', 'coordinator', 'words']

type Props = { value: CopySecret; onChange: (secret: CopySecret) => void; isDisabled: boolean }

/** What opened the vault when the copy was made: a passphrase and whose, or the twelve words. */
export function CopySecretFields({ value, onChange, isDisabled }: Props) {
  const { t } = useTranslation()
  const choose = (way: string) =>
    onChange(
      way === 'words'
        ? { kind: 'words', words: '' }
        : {
            kind: 'passphrase',
            passphrase: value.kind === 'passphrase' ? value.passphrase : '',
            role: way === 'coordinator' ? way : 'worker',
          },
    )
  return (
    <>
      <RadioGroup
        label={t('roles.whose')}
        value={value.kind === 'words' ? 'words' : value.role}
        onChange={choose}
        choices={ways.map((key) => ({
          key,
          content: t(key === 'words' ? 'roles.recovery' : `roles.${key}`),
        }))}
      />
      {value.kind === 'passphrase' ? (
        <PassphraseField
          autoFocus
          label={t('security.copyPassphrase')}
          value={value.passphrase}
          onChange={(passphrase) => onChange({ ...value, passphrase })}
          isDisabled={isDisabled}
        />
      ) : (
        <TextArea
          label={t('unlock.words')}
          value={value.words}
          onChange={(words) => onChange({ kind: 'words', words })}
          maxLength={1000}
          spellCheck="false"
          isDisabled={isDisabled}
        />
      )}
    </>
  )
}
