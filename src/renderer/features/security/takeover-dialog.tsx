import { use, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLongAct } from '../../long-act.ts'
import { useAct, useRead } from '../../queries.ts'
import { RoleContext } from '../../role.ts'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'
import { problemOf } from '../unlock/new-passphrase.tsx'
import { NewSheet } from './renew-dialog.tsx'
import { TakeoverDone } from './takeover-done.tsx'
import {
  blankPlan,
  KeysStep,
  NotesStep,
  PresentStep,
  type KeyProblems,
  type TakeoverPlan,
} from './takeover-steps.tsx'

const steps = ['present', 'keys', 'notes', 'sheet'] as const
type Step = (typeof steps)[number]

type TakeoverDialogProps = { onClose: () => void; onPrint: (id: string) => void }

/** A takeover, step by step: nothing changes before the last one, and giving it up leaves everything as it was. */
export function TakeoverDialog({ onClose, onPrint }: TakeoverDialogProps) {
  const { t } = useTranslation()
  const isRecovered = use(RoleContext) === 'recovery'
  const [step, setStep] = useState<Step>('present')
  const [plan, setPlan] = useState<TakeoverPlan>(blankPlan)
  const [isTried, setTried] = useState(false)
  const [problems, setProblems] = useState<KeyProblems>({ worker: null, coordinator: null })
  const [retyped, setRetyped] = useState<[string, string]>(['', ''])
  const propose = useAct('vault.proposeRecovery')
  const run = useLongAct('takeovers.run', { quiet: true })
  const sealedNotes = useRead('takeovers.read', undefined).data?.sealedNotes ?? 0
  if (run.data) return <TakeoverDone outcome={run.data} onClose={onClose} onPrint={onPrint} />

  const place = steps.indexOf(step)
  const go = (to: Step) => {
    setTried(false)
    setStep(to)
  }
  const change = (changed: Partial<TakeoverPlan>) => {
    setPlan({ ...plan, ...changed })
    setProblems({ worker: null, coordinator: null })
  }
  const { present, current, fresh, letsCoordinatorIn, hers, notes } = plan
  const checkKeys = async () => {
    const found = {
      worker: isRecovered ? null : await problemOf(fresh),
      coordinator: letsCoordinatorIn ? await problemOf(hers) : null,
    }
    setProblems(found)
    if (current !== '' && found.worker === null && found.coordinator === null) go('notes')
  }
  const submit = () => {
    setTried(true)
    if (step === 'present') {
      if (Object.values(present).every((name) => name.trim() !== '')) go('keys')
    } else if (step === 'keys') void checkKeys()
    else if (step === 'notes') propose.mutate(undefined, { onSuccess: () => go('sheet') })
    else
      run.mutate({
        passphrase: current,
        newPassphrase: isRecovered ? null : fresh.passphrase,
        coordinator: letsCoordinatorIn ? hers.passphrase : null,
        retyped,
        notes,
        present: {
          organization: present.organization.trim(),
          coordinator: present.coordinator.trim(),
          worker: present.worker.trim(),
        },
      })
  }
  const props = { plan, onChange: change, isTried }
  const bodies: Record<Step, ReactNode> = {
    present: <PresentStep {...props} isRecovered={isRecovered} />,
    keys: <KeysStep {...props} isRecovered={isRecovered} problems={problems} />,
    notes: <NotesStep {...props} sealedNotes={sealedNotes} />,
    sheet: propose.data && <NewSheet sheet={propose.data} retyped={retyped} onRetyped={setRetyped} />,
  }
  const before = steps[place - 1]
  const { failure } = run
  return (
    <>
      <FormDialog
        command="takeovers.run"
        title={t('takeover.step', {
          place: place + 1,
          count: steps.length,
          name: t(`takeover.steps.${step}`),
        })}
        isOpen
        onClose={run.isPending ? run.cancel : onClose}
        onSubmit={submit}
        isSaving={run.isPending}
        submitLabel={t(step === 'sheet' ? 'takeover.run' : 'takeover.next')}
        aside={before && <Button onPress={() => go(before)}>{t('takeover.back')}</Button>}
      >
        {bodies[step]}
        {failure !== undefined && <FailureNotice failure={failure} />}
      </FormDialog>
      <ProgressDialog title={t('takeover.running')} act={run}>
        {t('takeover.runningText')}
      </ProgressDialog>
    </>
  )
}
