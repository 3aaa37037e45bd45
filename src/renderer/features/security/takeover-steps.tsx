import { useTranslation } from 'react-i18next'
import { noteFates, type NoteFate, type Present } from '#core/review/takeover'
import { useRead } from '../../queries.ts'
import { Checkbox, PassphraseField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { NewPassphraseFields, type NewPassphrase, type problemOf } from '../unlock/new-passphrase.tsx'
import '../unlock/unlock.css'
import { CopyNames } from './copy-names.tsx'

/** What a takeover will do, as it is being decided. */
export interface TakeoverPlan {
  present: Present
  /** Of whoever has the notebook open. */
  current: string
  /** The new worker's, unless she has just recovered with it. */
  fresh: NewPassphrase
  letsCoordinatorIn: boolean
  hers: NewPassphrase
  notes: NoteFate
}
const nothingTyped: NewPassphrase = { passphrase: '', confirmation: '' }
export const blankPlan: TakeoverPlan = {
  present: { organization: '', coordinator: '', worker: '' },
  current: '',
  fresh: nothingTyped,
  letsCoordinatorIn: true,
  hers: nothingTyped,
  notes: 'pass',
}

type Problem = Awaited<ReturnType<typeof problemOf>>
export type KeyProblems = { worker: Problem; coordinator: Problem }

type StepProps = {
  plan: TakeoverPlan
  onChange: (changed: Partial<TakeoverPlan>) => void
  isTried: boolean
}

const signers = ['organization', 'coordinator', 'worker'] as const

export function PresentStep({
  plan: { present },
  onChange,
  isTried,
  isRecovered,
}: StepProps & { isRecovered: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t(isRecovered ? 'takeover.presentRecovered' : 'takeover.presentWorker')}</p>
      {signers.map((signer, place) => (
        <TextField
          key={signer}
          autoFocus={place === 0}
          label={t(`takeover.signers.${signer}`)}
          value={present[signer]}
          onChange={(name) => onChange({ present: { ...present, [signer]: name } })}
          maxLength={200}
          error={isTried && present[signer].trim() === '' ? t('form.required') : undefined}
        />
      ))}
      <p className="small muted">{t('takeover.presentNote')}</p>
    </>
  )
}

export function KeysStep({
  plan,
  onChange,
  isTried,
  isRecovered,
  problems,
}: StepProps & { isRecovered: boolean; problems: KeyProblems }) {
  const { t } = useTranslation()
  return (
    <>
      <PassphraseField
        autoFocus
        label={t(isRecovered ? 'takeover.chosenPassphrase' : 'security.current')}
        description={isRecovered ? t('takeover.chosenNote') : undefined}
        value={plan.current}
        onChange={(current) => onChange({ current })}
        error={isTried && plan.current === '' ? t('form.required') : undefined}
      />
      {!isRecovered && (
        <NewPassphraseFields
          label={t('takeover.freshPassphrase')}
          value={plan.fresh}
          onChange={(fresh) => onChange({ fresh })}
          problem={problems.worker}
          isDisabled={false}
          autoFocus={false}
        />
      )}
      <Checkbox
        value={plan.letsCoordinatorIn}
        onChange={(letsCoordinatorIn) => onChange({ letsCoordinatorIn })}
      >
        {t('takeover.letIn')}
      </Checkbox>
      {plan.letsCoordinatorIn && (
        <NewPassphraseFields
          label={t('security.hers')}
          value={plan.hers}
          onChange={(hers) => onChange({ hers })}
          problem={problems.coordinator}
          isDisabled={false}
          autoFocus={false}
        />
      )}
    </>
  )
}

export function NotesStep({ plan, onChange, sealedNotes }: StepProps & { sealedNotes: number }) {
  const { t } = useTranslation()
  const copies = useRead('backups.list', undefined).data ?? []
  return (
    <>
      <p>{t('takeover.notesCount', { count: sealedNotes })}</p>
      {sealedNotes > 0 && (
        <>
          <p>{t('takeover.notesText')}</p>
          <RadioGroup
            label={t('takeover.notesFate')}
            value={plan.notes}
            onChange={(key) => onChange({ notes: noteFates.find((fate) => fate === key) ?? 'pass' })}
            choices={noteFates.map((key) => ({ key, content: t(`takeover.fates.${key}`) }))}
          />
          <p className="small muted">{t(`takeover.fateTexts.${plan.notes}`)}</p>
        </>
      )}
      <Notice tone="warning" title={t('security.renewTitle')}>
        {t('takeover.elsewhere')}
      </Notice>
      <CopyNames title={t('security.toRemove')} copies={copies.filter(({ state }) => state === 'here')} />
      <CopyNames title={t('security.outOfReach')} copies={copies.filter(({ state }) => state !== 'here')} />
    </>
  )
}
