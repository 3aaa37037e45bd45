import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import type { Opened } from '#shared/contract/vault'
import { useLongAct } from '../../long-act.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { GiveUpButton } from '../../ui/progress-dialog.tsx'
import { Deriving } from './deriving.tsx'
import { NewPassphraseFields, problemOf, type NewPassphrase } from './new-passphrase.tsx'
import { GivenUpOrFailure } from './preparing.tsx'
import { RecoverySheet, RecoveryWords } from './recovery-sheet.tsx'

type Recovery = Output<'vault.proposeRecovery'>
type Step = 'passphrase' | 'words' | 'check'
const steps: readonly Step[] = ['passphrase', 'words', 'check']

type CreateFlowProps = {
  vaultName: string
  /** Past the first step, or back to it. */
  onBegun: (isBegun: boolean) => void
  onOpened: (opened: Opened) => void
}

/** A new vault in three steps: passphrase, twelve words to keep, two of them typed again. */
export function CreateFlow({ vaultName, onBegun, onOpened }: CreateFlowProps) {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step>('passphrase')
  const [chosen, setChosen] = useState<NewPassphrase>({ passphrase: '', confirmation: '' })
  const propose = useAct('vault.proposeRecovery')
  const recovery = propose.data

  return (
    <div className="stack">
      <p className="small muted">
        {t('unlock.step', { step: steps.indexOf(step) + 1, steps: steps.length })}
      </p>
      {step === 'passphrase' && (
        <PassphraseStep
          value={chosen}
          onChange={setChosen}
          onDone={() => {
            setStep('words')
            onBegun(true)
            // words already copied down stay the right ones
            if (recovery === undefined) propose.mutate(undefined)
          }}
        />
      )}
      {step === 'words' && recovery && (
        <WordsStep
          vaultName={vaultName}
          recovery={recovery}
          onBack={() => {
            setStep('passphrase')
            onBegun(false)
          }}
          onDone={() => setStep('check')}
        />
      )}
      {step === 'check' && recovery && (
        <CheckStep
          passphrase={chosen.passphrase}
          positions={recovery.check}
          onBack={() => setStep('words')}
          onOpened={onOpened}
        />
      )}
    </div>
  )
}

type PassphraseStepProps = {
  value: NewPassphrase
  onChange: (value: NewPassphrase) => void
  onDone: () => void
}

function PassphraseStep({ value, onChange, onDone }: PassphraseStepProps) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<Awaited<ReturnType<typeof problemOf>>>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = await problemOf(value)
    setProblem(found)
    if (found === null) onDone()
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h2>{t('unlock.choosePassphrase')}</h2>
      <NewPassphraseFields
        label={t('unlock.passphrase')}
        value={value}
        onChange={(next) => {
          onChange(next)
          setProblem(null)
        }}
        problem={problem}
        isDisabled={false}
      />
      <Button type="submit" variant="primary">
        {t('unlock.createNext')}
      </Button>
    </form>
  )
}

type WordsStepProps = { vaultName: string; recovery: Recovery; onBack: () => void; onDone: () => void }

function WordsStep({ vaultName, recovery, onBack, onDone }: WordsStepProps) {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <h2>{t('unlock.recoveryTitle')}</h2>
      <p>{t('unlock.recoveryText')}</p>
      <RecoveryWords words={recovery.words} />
      <div className="row">
        <Button onPress={onBack}>{t('unlock.back')}</Button>
        <RecoverySheet vaultName={vaultName} words={recovery.words} />
        <Button variant="primary" autoFocus onPress={onDone}>
          {t('unlock.kept')}
        </Button>
      </div>
    </div>
  )
}

type CheckStepProps = {
  passphrase: string
  positions: Recovery['check']
  onBack: () => void
  onOpened: (opened: Opened) => void
}

function CheckStep({ passphrase, positions, onBack, onOpened }: CheckStepProps) {
  const { t } = useTranslation()
  const [retyped, setRetyped] = useState<[string, string]>(['', ''])
  const create = useLongAct('vault.create', { quiet: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!create.isPending) create.mutate({ passphrase, retyped }, { onSuccess: onOpened })
  }
  const label = (position: number) => t('unlock.word', { number: position + 1 })
  return (
    <form className="stack" onSubmit={submit}>
      <h2>{t('unlock.checkTitle')}</h2>
      <p>{t('unlock.checkText')}</p>
      <div className="columns-2">
        <TextField
          autoFocus
          label={label(positions[0])}
          value={retyped[0]}
          onChange={(word) => setRetyped([word, retyped[1]])}
          maxLength={50}
          spellCheck="false"
        />
        <TextField
          label={label(positions[1])}
          value={retyped[1]}
          onChange={(word) => setRetyped([retyped[0], word])}
          maxLength={50}
          spellCheck="false"
        />
      </div>
      {create.isPending ? (
        <>
          <Deriving label={t('unlock.creating')} />
          <p className="small quiet">{t('unlock.creatingText')}</p>
        </>
      ) : (
        create.error && <GivenUpOrFailure failure={create.error.failure} what="creation" />
      )}
      <div className="row">
        {create.isPending ? (
          <GiveUpButton key="give-up" act={create} />
        ) : (
          <Button key="back" onPress={onBack}>
            {t('unlock.backToWords')}
          </Button>
        )}
        <Button type="submit" variant="primary" isDisabled={create.isPending}>
          {t('unlock.create')}
        </Button>
      </div>
    </form>
  )
}
