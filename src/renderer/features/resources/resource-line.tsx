import { Link } from '@tanstack/react-router'
import { Pencil, Phone, Trash2, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { resourceName } from '#core/caseload/resource'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { announceFailure } from '../../toasts.ts'
import { ActionMenu } from '../../ui/menu.tsx'
import type { ResourceRow } from './resources-screen.tsx'

type ResourceLineProps = {
  resource: ResourceRow
  onOpen: () => void
  /** It could not be removed: referrals speak of it. */
  onKept: () => void
}

export function ResourceLine({ resource, onOpen, onKept }: ResourceLineProps) {
  const { t } = useTranslation()
  const remove = useAct('resources.remove', { done: 'resources.removed', quiet: true })
  const { id, organization, service, phone, pivotContacts, note, openReferrals } = resource
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
        {note !== '' && <p className="small resource-note">{note}</p>}
      </div>
      <div className="resource-reach">
        {phone !== '' && (
          <p className="resource-fact">
            <Phone size={14} aria-hidden />
            <span className="visually-hidden">{t('resources.phone')}</span> {phone}
          </p>
        )}
        {pivotContacts.map(({ name: pivot }) => (
          <p key={pivot} className="resource-fact quiet">
            <UserRound size={14} aria-hidden />
            <span className="visually-hidden">{t('resources.pivotContact')}</span> {pivot}
          </p>
        ))}
      </div>
      <div className="resource-referrals">
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
            label: t('form.edit'),
            icon: <Pencil size={16} aria-hidden />,
            onAction: onOpen,
          },
          {
            key: 'remove',
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
