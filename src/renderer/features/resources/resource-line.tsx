import { Link } from '@tanstack/react-router'
import { Archive, ArchiveRestore, BadgeCheck, Clock, Phone, UserRound } from 'lucide-react'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { resourceName } from '#core/caseload/resource'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { announceFailure } from '../../toasts.ts'
import { Badge } from '../../ui/badge.tsx'
import { todayHere } from '../../ui/dates.ts'
import { LineOpener } from '../../ui/line.tsx'
import { ActionMenu, editAction, removeAction } from '../../ui/menu.tsx'
import type { ResourceRow } from './resources-screen.tsx'

/** What can be done with any line of the directory, made once for all of them. */
export type ResourceActs = {
  open: (id: string) => void
  edit: (id: string) => void
  check: (id: string) => void
  /** From that day on; null offers it again. */
  retire: (id: string, on: string | null) => void
  remove: (id: string) => void
}

type ResourceDialogs = Pick<ResourceActs, 'open' | 'edit'> & {
  /** It could not be removed: referrals speak of it. */
  kept: (id: string) => void
}

/** The dialogs are the same from one drawing to the next. */
export function useResourceActs({ open, edit, kept }: ResourceDialogs): ResourceActs {
  const { mutate: remove } = useAct('resources.remove', { done: 'resources.removed', quiet: true })
  const { mutate: check } = useAct('resources.check', { done: 'resources.checked' })
  const { mutate: retire } = useAct('resources.retire', { done: 'resources.retired' })
  const { mutate: reopen } = useAct('resources.retire', { done: 'resources.reopened' })
  return useMemo(
    () => ({
      open,
      edit,
      check: (id) => check({ id }),
      retire: (id, on) => (on === null ? reopen : retire)({ id, on }),
      remove: (id) =>
        remove(
          { id },
          {
            onError: (error) => {
              const failure = failureOf(error)
              if (failure === 'still-referenced') kept(id)
              else announceFailure(failure)
            },
          },
        ),
    }),
    [open, edit, kept, remove, check, retire, reopen],
  )
}

type ResourceLineProps = { resource: ResourceRow; acts: ResourceActs }

export const ResourceLine = memo(function ResourceLine({ resource, acts }: ResourceLineProps) {
  const { t } = useTranslation()
  const { id, organization, service, phone, pivotContacts, note, openReferrals, stale, retiredOn } = resource
  const name = resourceName(resource)
  return (
    <div className="line resource-line">
      <div className="resource-what">
        <LineOpener label={t('resources.open', { name })} onOpen={() => acts.open(id)}>
          {organization}
        </LineOpener>
        {service !== '' && <p className="small quiet">{service}</p>}
        {resource.hours !== '' && (
          <p className="small quiet resource-fact">
            <Clock size={14} aria-hidden />
            <span className="visually-hidden">{t('resources.hours')}</span> {resource.hours.split('\n', 1)}
          </p>
        )}
        {note !== '' && <p className="small muted own-words">{note}</p>}
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
          editAction('resources.save', () => acts.edit(id)),
          {
            key: 'check',
            command: 'resources.check',
            label: t('resources.checkToday'),
            icon: <BadgeCheck size={16} aria-hidden />,
            onAction: () => acts.check(id),
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
            onAction: () => acts.retire(id, retiredOn === null ? todayHere() : null),
          },
          removeAction('resources.remove', () => acts.remove(id)),
        ]}
      />
    </div>
  )
})
