import { LockKeyholeOpen } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '#shared/contract/vault'
import { useLongAct } from '../../long-act.ts'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { PassphraseField } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Deriving } from './deriving.tsx'
import { OpeningFailure, Preparing } from './preparing.tsx'

/** The passphrase, and whose it is when a coordinator has one too. It stays as typed after a failure. */
export function OpenForm({
  onOpened,
  onForgot,
}: {
  onOpened: (opened: Opened) => void
  onForgot: () => void
}) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const [role, setRole] = useState<'worker' | 'coordinator'>('worker')
  const isShared = useRead('vault.doors', undefined).data?.includes('coordinator') === true
  const unlock = useLongAct('vault.unlock', { quiet: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (unlock.isPending || passphrase === '') return
    unlock.mutate({ passphrase, role }, { onSuccess: onOpened, onError: () => field.current?.select() })
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
        unlock.error && <OpeningFailure failure={unlock.error.failure} />
      )}
      <Preparing act={unlock} />
      <Button
        type="submit"
        variant="primary"
        icon={<LockKeyholeOpen size={17} aria-hidden />}
        isDisabled={unlock.isPending}
      >
        {t('unlock.open')}
      </Button>
      <p>
        <button type="button" className="text-link small" onClick={onForgot}>
          {t('unlock.forgot')}
        </button>
      </p>
    </form>
  )
}
