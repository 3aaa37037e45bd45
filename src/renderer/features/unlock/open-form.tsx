import { LockKeyholeOpen } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '#shared/contract/vault'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { PassphraseField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Deriving } from './deriving.tsx'

/** The passphrase, and nothing else. It stays as typed after a failure. */
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
  const unlock = useAct('vault.unlock', { quiet: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (unlock.isPending || passphrase === '') return
    unlock.mutate({ passphrase }, { onSuccess: onOpened, onError: () => field.current?.select() })
  }
  return (
    <form className="stack" onSubmit={submit}>
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
        unlock.error && <FailureNotice failure={unlock.error.failure} />
      )}
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
