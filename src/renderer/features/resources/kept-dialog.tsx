import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { resourceName } from '#core/caseload/resource'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { ResourceRow } from './resources-screen.tsx'

/** Why a resource cannot be removed: referrals speak of it. */
export function KeptDialog({ resource, onClose }: { resource: ResourceRow; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const referrals = useRead('referrals.list', undefined).data ?? []
  const count = referrals.filter(({ resourceId }) => resourceId === resource.id).length
  return (
    <Dialog
      title={t('resources.keptTitle')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={() => void navigate({ to: '/referrals' })}>{t('resources.seeReferrals')}</Button>
          <Button variant="primary" onPress={onClose}>
            {t('form.close')}
          </Button>
        </>
      }
    >
      <p>{t('resources.keptText', { count, name: resourceName(resource) })}</p>
    </Dialog>
  )
}
