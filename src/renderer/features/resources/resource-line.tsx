import { Link } from '@tanstack/react-router'
import { Archive, ArchiveRestore, BadgeCheck, Clock, Pencil, Phone, Trash2, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { resourceName } from '#core/caseload/resource'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { announceFailure } from '../../toasts.ts'
import { Badge } from '../../ui/badge.tsx'
import { todayHere } from '../../ui/dates.ts'
import { ActionMenu } from '../../ui/menu.tsx'
import type { ResourceRow } from './resources-screen.tsx'

type ResourceLineProps = {
  resource: ResourceRow
  onOpen: () => void
  onEdit: () => void
  /** It could not be removed: referrals speak of it. */
  onKept: () => void
}

export function ResourceLine({ resource, onOpen, onEdit, onKept }: ResourceLineProps) {
  const { t } = useTranslation()
  const remove = useAct('resources.remove', { done: 'resources.removed', quiet: true })
  const check = useAct('resources.check', { done: 'resources.checked' })
  const retire = useAct('resources.retire', {
    done: resource.retiredOn === null ? 'resources.retired' : 'resources.reopened',
  })
  const { id, organization, service, phone, pivotContacts, note, openReferrals, stale, retiredOn } = resource
  const name = resourceName(resource)
  const removeOrExplain = () =>
    remove.mutate(
      { id },
      {
        onError: (error) => {
          const failure = failureOf(error)
          if (failure === 'still-referenced') onKept()
          else announceFailure(failure)
        },
      },
    )
  return (
    <li className="resource-line">
      <div className="resource-what">
        <button
          type="button"
          className="resource-open"
          aria-label={t('resources.open', { name })}
          onClick={onOpen}
        >
          {organization}
        </button>
        {service !== '' && <p className="small quiet">{service}</p>}
        {resource.hours !== '' && (
          <p className="small quiet resource-fact">
            <Clock size={14} aria-hidden />
            <span className="visually-hidden">{t('resources.hours')}</span> {resource.hours.split('\n', 1)}
          </p>
        )}
        {note !== '' && <p className="small resource-note">{note}</p>}
      </div>
      <div className="resource-reach">
        {phone !== '' && (
          <p className="resource-fact">
            <Phone size={14} aria-hidden />
            <span className="visually-hidden">{t('resources.phone')}</span> {phone}
          </p>
        )}
        {pivotContacts.map(({ name: pivot, phone: direct }) => (
          <p key={`${pivot} ${direct}`} className="resource-fact quiet">
            <UserRound size={14} aria-hidden />
            <span className="visually-hidden">{t('resources.pivotContact')}</span>{' '}
            {[pivot, direct === phone ? '' : direct].filter(Boolean).join(' · ')}
          </p>
        ))}
      </div>
      <div className="resource-referrals">
        {stale && retiredOn === null && <Badge tone="warning">{t('resources.stale')}</Badge>}
        {openReferrals > 0 && (
          <Link to="/referrals" className="plain-link small quiet">
            {t('resources.openReferrals', { count: openReferrals })}
          </Link>
        )}
      </div>
      <ActionMenu
        label={t('resources.actions', { name })}
        actions={[
          {
            key: 'edit',
            command: 'resources.save',
            label: t('form.edit'),
            icon: <Pencil size={16} aria-hidden />,
            onAction: onEdit,
          },
          {
            key: 'check',
            command: 'resources.check',
            label: t('resources.checkToday'),
            icon: <BadgeCheck size={16} aria-hidden />,
            onAction: () => check.mutate({ id }),
          },
          {
            key: 'retire',
            command: 'resources.retire',
            label: t(retiredOn === null ? 'resources.retire' : 'resources.reopen'),
            icon:
              retiredOn === null ? (
                <Archive size={16} aria-hidden />
              ) : (
                <ArchiveRestore size={16} aria-hidden />
              ),
            onAction: () => retire.mutate({ id, on: retiredOn === null ? todayHere() : null }),
          },
          {
            key: 'remove',
            command: 'resources.remove',
            label: t('form.remove'),
            icon: <Trash2 size={16} aria-hidden />,
            isDanger: true,
            onAction: removeOrExplain,
          },
        ]}
      />
    </li>
  )
}
