import { KeyRound, X } from 'lucide-react'
import { use, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct, useRead } from '../../queries.ts'
import { RoleContext } from '../../role.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { announceDone } from '../../toasts.ts'
import { clock } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Trial } from '../trial/trial.tsx'
import { OpenedContext } from './opened.ts'

/** What must be known before working: damage stays, the note about the last closing can be put away. */
export function Banners() {
  const { t } = useTranslation()
  const health = useRead('vault.health', undefined).data
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
      <WhoseKey />
      <LastClosing />
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

function LastClosing() {
  const { t } = useTranslation()
  const opened = use(OpenedContext)
  const [isRead, setRead] = useState(false)
  if (isRead || opened === null || (opened.closedCleanly && !opened.tornFrameDropped)) return null
  const title =
    opened.lastSavedAt === null
      ? t('shell.crashedEmpty')
      : t('shell.crashed', { time: clock(opened.lastSavedAt) })
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
        {opened.tornFrameDropped && `${t('shell.torn')} `}
        {t('shell.crashedSafe')}
      </Notice>
    </div>
  )
}
