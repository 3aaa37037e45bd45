import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '#shared/contract'
import { useLongAct } from '../../long-act.ts'
import { useAct, useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, FormDialog } from '../../ui/dialog.tsx'
import { PassphraseField, TextArea, TextField } from '../../ui/field.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { NewPassphraseFields, problemOf, type NewPassphrase } from '../unlock/new-passphrase.tsx'
import { RecoverySheet, RecoveryWords } from '../unlock/recovery-sheet.tsx'
import { CopyNames } from './copy-names.tsx'
import { OlderRemain } from './older-remain.tsx'
import '../unlock/unlock.css'

/** Why the keys are renewed: the coordinator leaves, changes, or the sheet is made again. */
export type Purpose = 'putOut' | 'coordinator' | 'sheet'
type Slots = Input<'security.rekey'>['slots']
type Problem = Awaited<ReturnType<typeof problemOf>>

type RenewProps = { purpose: Purpose; hasCoordinator: boolean; onClose: () => void }

/** A new key for the whole vault: who keeps a way in says its secret again; everybody else is out. */
export function RenewDialog({ purpose, hasCoordinator, onClose }: RenewProps) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [hers, setHers] = useState<NewPassphrase>({ passphrase: '', confirmation: '' })
  const [problem, setProblem] = useState<Problem>(null)
  const [keepsSheet, setKeepsSheet] = useState(false)
  const [words, setWords] = useState('')
  const [retyped, setRetyped] = useState<[string, string]>(['', ''])
  const propose = useAct('vault.proposeRecovery')
  const rekey = useLongAct('security.rekey', { quiet: true })
  const copies = useRead('backups.list', undefined).data ?? []
  const staying = hasCoordinator && purpose !== 'putOut'
  const sheet = propose.data

  const renew = (recovery: Slots[number]) => {
    const slots: Slots = [{ role: 'worker', passphrase }, recovery]
    if (staying) slots.push({ role: 'coordinator', passphrase: hers.passphrase })
    rekey.mutate({ passphrase, slots })
  }
  const submit = async () => {
    const found = staying ? await problemOf(hers) : null
    setProblem(found)
    if (found !== null) return
    if (keepsSheet) renew({ role: 'recovery', words })
    else if (sheet) renew({ role: 'recovery', retyped })
    else propose.mutate(undefined)
  }
  if (rekey.data) return <Renewed outcome={rekey.data} onClose={onClose} />
  const { failure } = rekey
  return (
    <>
      <FormDialog
        title={t(`security.${purpose}Title`)}
        isOpen
        onClose={rekey.isPending ? rekey.cancel : onClose}
        onSubmit={() => submit()}
        isSaving={rekey.isPending}
        submitLabel={t(keepsSheet || sheet ? 'security.renew' : 'security.toSheet')}
      >
        {sheet && !keepsSheet ? (
          <NewSheet sheet={sheet} retyped={retyped} onRetyped={setRetyped} />
        ) : (
          <>
            <p>{t(`security.${purpose}Text`)}</p>
            <PassphraseField
              autoFocus
              label={t('security.current')}
              value={passphrase}
              onChange={setPassphrase}
            />
            {staying && (
              <NewPassphraseFields
                label={t('security.hers')}
                value={hers}
                onChange={(next) => {
                  setHers(next)
                  setProblem(null)
                }}
                problem={problem}
                isDisabled={false}
              />
            )}
            {purpose !== 'sheet' && (
              <RadioGroup
                label={t('security.recovery')}
                value={keepsSheet ? 'keep' : 'new'}
                onChange={(key) => setKeepsSheet(key === 'keep')}
                choices={(['new', 'keep'] as const).map((key) => ({
                  key,
                  content: t(`security.${key}Sheet`),
                }))}
              />
            )}
            {keepsSheet && (
              <TextArea
                label={t('unlock.words')}
                value={words}
                onChange={setWords}
                maxLength={1000}
                spellCheck="false"
              />
            )}
            <Notice tone="warning" title={t('security.renewTitle')}>
              {t('security.renewText')}
            </Notice>
            <CopyNames
              title={t('security.toRemove')}
              copies={copies.filter(({ state }) => state === 'here')}
            />
            <CopyNames
              title={t('security.outOfReach')}
              copies={copies.filter(({ state }) => state !== 'here')}
            />
          </>
        )}
        {failure !== undefined && <FailureNotice failure={failure} />}
      </FormDialog>
      <ProgressDialog title={t('security.renewing')} act={rekey}>
        {t('security.renewingText')}
      </ProgressDialog>
    </>
  )
}

type NewSheetProps = {
  sheet: Output<'vault.proposeRecovery'>
  retyped: [string, string]
  onRetyped: (retyped: [string, string]) => void
}

/** The twelve words to print or copy down, and two of them typed again. */
export function NewSheet({ sheet: { words, check }, retyped: [one, other], onRetyped }: NewSheetProps) {
  const { t } = useTranslation()
  const name = useRead('vault.locate', undefined).data?.name ?? ''
  const label = (position: number) => t('unlock.word', { number: position + 1 })
  return (
    <>
      <p>{t('security.sheetWords')}</p>
      <RecoveryWords words={words} />
      <div className="row">
        <RecoverySheet vaultName={name} words={words} />
      </div>
      <p>{t('unlock.checkText')}</p>
      <div className="columns-2">
        <TextField
          autoFocus
          label={label(check[0])}
          value={one}
          onChange={(word) => onRetyped([word, other])}
          maxLength={50}
          spellCheck="false"
        />
        <TextField
          label={label(check[1])}
          value={other}
          onChange={(word) => onRetyped([one, word])}
          maxLength={50}
          spellCheck="false"
        />
      </div>
    </>
  )
}

/** What is done, and what could not be reached: told, because nobody else can see to it. */
function Renewed({ outcome, onClose }: { outcome: Output<'security.rekey'>; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('security.renewedTitle')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('security.understood')}
        </Button>
      }
    >
      <p>{t('security.renewedText')}</p>
      <p>{t('security.removedCopies', { count: outcome.removed })}</p>
      {outcome.olderRemain && <OlderRemain />}
      <CopyNames title={t('security.outOfReach')} copies={outcome.outOfReach} />
      <p className="muted">{t('security.makeOne')}</p>
    </Dialog>
  )
}
