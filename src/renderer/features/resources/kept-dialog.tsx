import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { resourceName } from '#core/caseload/resource'
import { useAct, useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { todayHere } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { ResourceRow } from './resources-screen.tsx'

/** Why a resource cannot be removed, referrals speak of it, and what to do instead. */
export function KeptDialog({ resource, onClose }: { resource: ResourceRow; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const retire = useAct('resources.retire', { done: 'resources.retired' })
  const about = { filter: { resourceId: resource.id }, limit: 1, offset: 0 }
  const count = useRead('referrals.list', about).data?.total ?? 0
  return (
    <Dialog
      title={t('resources.keptTitle')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={() => void navigate({ to: '/referrals' })}>{t('resources.seeReferrals')}</Button>
          {resource.retiredOn === null && (
            <Button
              variant="primary"
              onPress={() => retire.mutate({ id: resource.id, on: todayHere() }, { onSuccess: onClose })}
            >
              {t('resources.retire')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('resources.keptText', { count, name: resourceName(resource) })}</p>
    </Dialog>
  )
}
