import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CopySecret, Holding } from '#shared/contract/security'
import { useLongAct } from '../../long-act.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, FormDialog } from '../../ui/dialog.tsx'
import { nearMoment } from '../../ui/dates.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'
import { CopySecretFields } from './copy-secret-fields.tsx'

/** A copy of the list, or the file just chosen. */
export type Tried = { name: string; id?: string }

/** Tries a restore for real, beside the vault: what the copy holds, next to today. Nothing of it stays. */
export function RehearsalDialog({ tried, onClose }: { tried: Tried; onClose: () => void }) {
  const { t } = useTranslation()
  const [secret, setSecret] = useState<CopySecret>({ kind: 'passphrase', passphrase: '', role: 'worker' })
  const rehearse = useLongAct('backups.rehearse', { quiet: true })
  if (rehearse.data) return <Compared {...rehearse.data} name={tried.name} onClose={onClose} />
  const { failure } = rehearse
  return (
    <>
      <FormDialog
        title={t('security.tryTitle')}
        isOpen
        onClose={rehearse.isPending ? rehearse.cancel : onClose}
        onSubmit={() => rehearse.mutate({ secret, ...(tried.id !== undefined && { id: tried.id }) })}
        isSaving={rehearse.isPending}
        submitLabel={t('security.tryCopy')}
      >
        <p>{t('security.tryText', { name: tried.name })}</p>
        <CopySecretFields value={secret} onChange={setSecret} isDisabled={rehearse.isPending} />
        {failure !== undefined && <FailureNotice failure={failure} />}
      </FormDialog>
      <ProgressDialog title={t('security.trying')} act={rehearse}>
        {t('security.tryingText')}
      </ProgressDialog>
    </>
  )
}

type ComparedProps = { name: string; copy: Holding; today: Holding; onClose: () => void }
const counted = ['people', 'contacts', 'referrals', 'followUps'] as const

function Compared({ name, copy, today, onClose }: ComparedProps) {
  const { t } = useTranslation()
  const saved = ({ lastSavedAt }: Holding) =>
    lastSavedAt === null ? t('security.never') : nearMoment(lastSavedAt)
  return (
    <Dialog
      title={t('security.triedTitle')}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('form.close')}
        </Button>
      }
    >
      <Notice tone="ok" title={t('security.triedSound')}>
        {t('security.triedText', { name })}
      </Notice>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('security.holds')}</th>
            <th scope="col" className="number">
              {t('security.inCopy')}
            </th>
            <th scope="col" className="number">
              {t('security.today')}
            </th>
          </tr>
        </thead>
        <tbody>
          {counted.map((what) => (
            <tr key={what}>
              <th scope="row">{t(`security.counted.${what}`)}</th>
              <td className="number">{copy[what]}</td>
              <td className="number">{today[what]}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('security.lastSave')}</th>
            <td className="number">{saved(copy)}</td>
            <td className="number">{saved(today)}</td>
          </tr>
          <tr>
            <th scope="row">{t('security.saveNumber')}</th>
            <td className="number">{copy.sequence}</td>
            <td className="number">{today.sequence}</td>
          </tr>
        </tbody>
      </table>
    </Dialog>
  )
}
