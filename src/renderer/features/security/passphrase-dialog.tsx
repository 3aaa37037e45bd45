import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLongAct } from '../../long-act.ts'
import { announceDone } from '../../toasts.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { PassphraseField } from '../../ui/field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'
import { NewPassphraseFields, problemOf, type NewPassphrase } from '../unlock/new-passphrase.tsx'
import '../unlock/unlock.css'

/** What a passphrase, asked again, allows at once: no key of the vault changes. */
export type PassphraseAct = 'change' | 'letIn' | 'recalibrate'

const commands = {
  change: 'security.changePassphrase',
  letIn: 'security.letCoordinatorIn',
} as const
const done = {
  change: 'security.passphraseChanged',
  letIn: 'security.coordinatorIn',
  recalibrate: 'security.recalibrated',
} as const

export function PassphraseDialog({ act, onClose }: { act: PassphraseAct; onClose: () => void }) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [chosen, setChosen] = useState<NewPassphrase>({ passphrase: '', confirmation: '' })
  const [problem, setProblem] = useState<Awaited<ReturnType<typeof problemOf>>>(null)
  const recalibrate = useLongAct('security.recalibrate', { quiet: true })
  const set = useLongAct(act === 'letIn' ? commands.letIn : commands.change, { quiet: true })
  const underWay = act === 'recalibrate' ? recalibrate : set
  const { isPending, failure } = underWay
  const finish = () => {
    announceDone(done[act])
    onClose()
  }
  const submit = async () => {
    if (act === 'recalibrate') return recalibrate.mutate({ passphrase }, { onSuccess: finish })
    const found = await problemOf(chosen)
    setProblem(found)
    if (found === null) set.mutate({ passphrase, newPassphrase: chosen.passphrase }, { onSuccess: finish })
  }
  return (
    <>
      <FormDialog
        title={t(`security.${act}Title`)}
        isOpen
        onClose={isPending ? underWay.cancel : onClose}
        onSubmit={() => submit()}
        isSaving={isPending}
        submitLabel={t(`security.${act}Submit`)}
      >
        <p>{t(`security.${act}Text`)}</p>
        <PassphraseField
          autoFocus
          label={t('security.current')}
          value={passphrase}
          onChange={setPassphrase}
          isDisabled={isPending}
        />
        {act !== 'recalibrate' && (
          <NewPassphraseFields
            label={t(act === 'letIn' ? 'security.hers' : 'unlock.newPassphrase')}
            value={chosen}
            onChange={(next) => {
              setChosen(next)
              setProblem(null)
            }}
            problem={problem}
            isDisabled={isPending}
          />
        )}
        {failure !== undefined && <FailureNotice failure={failure} />}
      </FormDialog>
      <ProgressDialog title={t(`security.${act}Running`)} act={underWay}>
        {t(`security.${act}RunningText`)}
      </ProgressDialog>
    </>
  )
}
