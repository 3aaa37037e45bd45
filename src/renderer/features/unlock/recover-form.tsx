import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '#shared/contract/vault'
import { useLongAct } from '../../long-act.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Deriving } from './deriving.tsx'
import { GivenUpOrFailure, Preparing } from './preparing.tsx'
import { isDamage, useWholeState, WholeState } from './whole-state.tsx'
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
  const wholeState = useWholeState()
  const { find } = wholeState
  const typed = { words: wordsOf(words).join(' '), newPassphrase: chosen.passphrase }
  const isBusy = recover.isPending || wholeState.isBusy
  const count = wordsOf(words).length

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const found = await problemOf(chosen)
    setProblem(found)
    setShort(count !== 12)
    if (found !== null || count !== 12) return
    find.reset()
    recover.mutate(typed, {
      onSuccess: onOpened,
      onError: ({ failure }) => {
        if (isDamage(failure)) find.mutate(typed)
      },
    })
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
        onChange={(text) => {
          setWords(text)
          find.reset()
        }}
        maxLength={1000}
        spellCheck="false"
        isDisabled={isBusy}
      />
      <NewPassphraseFields
        label={t('unlock.newPassphrase')}
        value={chosen}
        onChange={(next) => {
          setChosen(next)
          setProblem(null)
          find.reset()
        }}
        problem={problem}
        autoFocus={false}
        isDisabled={isBusy}
      />
      {recover.isPending ? (
        <Deriving label={t('unlock.recovering')} />
      ) : (
        // a search may only find the same again
        recover.error &&
        recover.error.failure !== find.error?.failure && <GivenUpOrFailure failure={recover.error.failure} />
      )}
      <Preparing act={recover} />
      <WholeState state={wholeState} typed={typed} onOpened={onOpened} />
      <div className="row">
        <Button onPress={onBack} isDisabled={isBusy}>
          {t('unlock.back')}
        </Button>
        <Button type="submit" variant="primary" isDisabled={isBusy}>
          {t('unlock.recover')}
        </Button>
      </div>
    </form>
  )
}
