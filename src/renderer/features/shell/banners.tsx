import { KeyRound, X } from 'lucide-react'
import { use, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '#shared/contract/vault'
import { useAct, useRead } from '../../queries.ts'
import { RoleContext } from '../../role.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { announceDone } from '../../toasts.ts'
import { clock } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Trial } from '../trial/trial.tsx'
import { Missing, StateDate } from '../unlock/whole-state.tsx'
import { OpenedContext } from './opened.ts'

/** What must be known before working: damage stays, what is told about the opening can be put away. */
export function Banners() {
  const { t } = useTranslation()
  const health = useRead('vault.health', undefined).data
  const opened = use(OpenedContext)
  return (
    <>
      <Trial />
      {health?.state === 'damaged' && (
        <div className="banner">
          <Notice tone="danger" title={t('shell.damagedTitle')} isAlert>
            {t('shell.damagedText')}
          </Notice>
        </div>
      )}
      {health?.isDiskFull === true && <DiskFull />}
      {health?.isStopped === true && (
        <div className="banner">
          <Notice tone="danger" title={t('security.stoppedTitle')} isAlert>
            {t('security.stoppedText')}
          </Notice>
        </div>
      )}
      <WhoseKey />
      {opened !== null && (
        <>
          <FellBack {...opened} />
          <Older {...opened} />
          <LastClosing {...opened} />
        </>
      )}
    </>
  )
}

/** Nothing new is saved until there is room; the way out is to make some and try again. */
function DiskFull() {
  const { t } = useTranslation()
  const write = useAct('vault.writeAgain')
  return (
    <div className="banner">
      <Notice
        tone="warning"
        title={t('security.fullTitle')}
        isAlert
        actions={
          <Button
            isPending={write.isPending}
            onPress={() => write.mutate(undefined, { onSuccess: () => announceDone('security.roomAgain') })}
          >
            {t('security.tryAgain')}
          </Button>
        }
      >
        {t('security.fullText')}
      </Notice>
    </div>
  )
}

/** Said as long as the notebook is open: another key than the worker’s does not do everything. */
function WhoseKey() {
  const { t } = useTranslation()
  if (use(RoleContext) !== 'coordinator') return null
  return (
    <p className="role-strip">
      <KeyRound size={15} aria-hidden /> {t('roles.coordinatorStrip')}
    </p>
  )
}

/** Said once, and put away: nothing is blocked. */
function Told({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation()
  const [isRead, setRead] = useState(false)
  if (isRead) return null
  return (
    <div className="banner">
      <Notice
        tone="warning"
        title={title}
        actions={
          <IconButton
            label={t('form.close')}
            icon={<X size={18} aria-hidden />}
            onPress={() => setRead(true)}
          />
        }
      >
        {children}
      </Notice>
    </div>
  )
}

/** The damage was left behind, at her choice: what is not in this state, and where everything is kept. */
function FellBack({ sequence, lastSavedAt, fellBack }: Opened) {
  const { t } = useTranslation()
  if (fellBack === null) return null
  return (
    <Told title={t('shell.fellBack')}>
      <StateDate savedAt={lastSavedAt} sequence={sequence} /> <Missing count={fellBack.missing} />{' '}
      {t('shell.fellBackKept', { folder: fellBack.aside })}
    </Told>
  )
}

/** It was further when this computer last had it open. */
function Older({ sequence, olderThan }: Opened) {
  const { t } = useTranslation()
  if (olderThan === null) return null
  return <Told title={t('shell.older')}>{t('shell.olderText', { sequence, seen: olderThan })}</Told>
}

function LastClosing({ lastSavedAt, closedCleanly, tornFrameDropped }: Opened) {
  const { t } = useTranslation()
  if (closedCleanly && !tornFrameDropped) return null
  const title =
    lastSavedAt === null ? t('shell.crashedEmpty') : t('shell.crashed', { time: clock(lastSavedAt) })
  return (
    <Told title={title}>
      {tornFrameDropped && `${t('shell.torn')} `}
      {t('shell.crashedSafe')}
    </Told>
  )
}
