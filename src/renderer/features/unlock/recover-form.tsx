import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '#shared/contract/vault'
import { useLongAct } from '../../long-act.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Deriving } from './deriving.tsx'
import { OpeningFailure, Preparing } from './preparing.tsx'
import { NewPassphraseFields, problemOf, type NewPassphrase } from './new-passphrase.tsx'

const wordsOf = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean)

/** Twelve words in place of a forgotten passphrase, and a new one. Everything typed stays after a failure. */
export function RecoverForm({
  onOpened,
  onBack,
}: {
  onOpened: (opened: Opened) => void
  onBack: () => void
}) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<NewPassphrase>({ passphrase: '', confirmation: '' })
  const [problem, setProblem] = useState<Awaited<ReturnType<typeof problemOf>>>(null)
  const [isShort, setShort] = useState(false)
  const recover = useLongAct('vault.recover', { quiet: true })
  const count = wordsOf(words).length

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (recover.isPending) return
    const found = await problemOf(chosen)
    setProblem(found)
    setShort(count !== 12)
    if (found !== null || count !== 12) return
    recover.mutate(
      { words: wordsOf(words).join(' '), newPassphrase: chosen.passphrase },
      { onSuccess: onOpened },
    )
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h2>{t('unlock.recoverTitle')}</h2>
      <p>{t('unlock.recoverText')}</p>
      <TextArea
        autoFocus
        label={t('unlock.words')}
        description={t('unlock.wordCount', { count })}
        error={isShort && count !== 12 ? t('unlock.wordCount', { count }) : undefined}
        value={words}
        onChange={setWords}
        maxLength={1000}
        spellCheck="false"
        isDisabled={recover.isPending}
      />
      <NewPassphraseFields
        label={t('unlock.newPassphrase')}
        value={chosen}
        onChange={(next) => {
          setChosen(next)
          setProblem(null)
        }}
        problem={problem}
        autoFocus={false}
        isDisabled={recover.isPending}
      />
      {recover.isPending ? (
        <Deriving label={t('unlock.recovering')} />
      ) : (
        recover.error && <OpeningFailure failure={recover.error.failure} />
      )}
      <Preparing act={recover} />
      <div className="row">
        <Button onPress={onBack} isDisabled={recover.isPending}>
          {t('unlock.back')}
        </Button>
        <Button type="submit" variant="primary" isDisabled={recover.isPending}>
          {t('unlock.recover')}
        </Button>
      </div>
    </form>
  )
}
