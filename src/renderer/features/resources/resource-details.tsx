import { BadgeCheck, Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isRetired } from '#core/caseload/resource'
import { useLists } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { nearDay, shortDay, todayHere } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Facts } from '../../ui/page.tsx'
import type { ResourceRow } from './resources-screen.tsx'

type ResourceDetailsProps = { resource: ResourceRow; onEdit: () => void; onClose: () => void }

/** A resource as one reads it to somebody: who answers, when, for whom, and how fresh all this is. */
export function ResourceDetails({ resource, onEdit, onClose }: ResourceDetailsProps) {
  const { t } = useTranslation()
  const check = useAct('resources.check', { done: 'resources.checked' })
  const { id, organization, service, retiredOn } = resource
  return (
    <Dialog
      title={organization}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button icon={<Pencil size={16} aria-hidden />} onPress={onEdit}>
            {t('form.edit')}
          </Button>
          <Button
            variant="primary"
            icon={<BadgeCheck size={17} aria-hidden />}
            isDisabled={check.isPending || resource.lastCheckedOn === todayHere()}
            onPress={() => check.mutate({ id })}
          >
            {t('resources.checkToday')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {retiredOn !== null && isRetired(resource, todayHere()) && (
          <Notice tone="warning" title={t('resources.retiredOn', { day: shortDay(retiredOn) })}>
            {t('resources.retiredText')}
          </Notice>
        )}
        {service !== '' && <p className="quiet">{service}</p>}
        <Facts facts={useFacts(resource)} />
      </div>
    </Dialog>
  )
}

function useFacts(resource: ResourceRow): { label: string; value: ReactNode }[] {
  const { t } = useTranslation()
  const lists = useLists()
  const { pivotContacts, lastCheckedOn, stale } = resource
  const checked = lastCheckedOn === null ? t('resources.neverChecked') : nearDay(lastCheckedOn)
  const facts = [
    { label: t('resources.phone'), value: resource.phone },
    {
      label: t('resources.pivotContact'),
      value: pivotContacts
        .map(({ name, role, phone }) => [name, role, phone].filter(Boolean).join(' · '))
        .join('\n'),
    },
    { label: t('resources.hours'), value: resource.hours },
    { label: t('resources.eligibility'), value: resource.eligibility },
    {
      label: t('resources.languages'),
      // an import may have written a language in its own words
      value: resource.languages.map((code) => lists.label('language', code) || code).join(', '),
    },
    { label: t('resources.address'), value: resource.address },
    { label: t('resources.website'), value: resource.website },
    { label: t('resources.sector'), value: lists.label('sector', resource.sector) },
    { label: t('resources.taxonomyCode'), value: resource.taxonomyCode },
    { label: t('resources.note'), value: resource.note },
    {
      label: t('resources.lastCheckedOn'),
      value: stale ? t('resources.staleSince', { checked }) : checked,
    },
  ]
  return facts.filter(({ value }) => value !== '')
}
