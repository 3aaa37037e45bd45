import { LockKeyholeOpen } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '#shared/contract/vault'
import { useLongAct } from '../../long-act.ts'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { PassphraseField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Deriving } from './deriving.tsx'
import { GivenUpOrFailure, Preparing } from './preparing.tsx'
import { isDamage, useWholeState, WholeState } from './whole-state.tsx'

type OpenFormProps = {
  /** Damage was found in it when it was last open. */
  wasDamaged: boolean
  onOpened: (opened: Opened) => void
  onForgot: () => void
}

/** The passphrase, and whose it is when a coordinator has one too. It stays as typed after a failure. */
export function OpenForm({ wasDamaged, onOpened, onForgot }: OpenFormProps) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const [role, setRole] = useState<'worker' | 'coordinator'>('worker')
  const isShared = useRead('vault.doors', undefined).data?.includes('coordinator') === true
  const unlock = useLongAct('vault.unlock', { quiet: true })
  const wholeState = useWholeState()
  const { find } = wholeState
  const typed = { passphrase, role }
  const isBusy = unlock.isPending || wholeState.isBusy
  const search = () => {
    if (passphrase !== '') find.mutate(typed)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || passphrase === '') return
    find.reset()
    unlock.mutate(typed, {
      onSuccess: onOpened,
      onError: ({ failure }) => {
        if (isDamage(failure)) search()
        else field.current?.select()
      },
    })
  }
  return (
    <form className="stack" onSubmit={submit}>
      {isShared && (
        <RadioGroup
          label={t('roles.whose')}
          value={role}
          onChange={(key) => setRole(key === 'coordinator' ? key : 'worker')}
          choices={(['worker', 'coordinator'] as const).map((key) => ({ key, content: t(`roles.${key}`) }))}
        />
      )}
      <PassphraseField
        ref={field}
        autoFocus
        label={t('unlock.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
      />
      {unlock.isPending ? (
        <Deriving label={t('unlock.opening')} />
      ) : (
        // a search may only find the same again
        unlock.error &&
        unlock.error.failure !== find.error?.failure && <GivenUpOrFailure failure={unlock.error.failure} />
      )}
      <Preparing act={unlock} />
      {wasDamaged && find.isIdle && (
        <Notice
          tone="warning"
          title={t('unlock.wasDamaged')}
          actions={
            <Button isDisabled={isBusy} onPress={search}>
              {t('unlock.search')}
            </Button>
          }
        >
          {t('unlock.wasDamagedText')}
        </Notice>
      )}
      <WholeState state={wholeState} typed={typed} onOpened={onOpened} />
      <Button
        type="submit"
        variant="primary"
        icon={<LockKeyholeOpen size={17} aria-hidden />}
        isDisabled={isBusy}
      >
        {t('unlock.open')}
      </Button>
      <p>
        <button type="button" className="text-link small" disabled={isBusy} onClick={onForgot}>
          {t('unlock.forgot')}
        </button>
      </p>
    </form>
  )
}
