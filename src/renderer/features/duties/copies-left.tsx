import { useTranslation } from 'react-i18next'
import { failureOf } from '../../client.ts'
import { useAct, useRead } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { nearDay } from '../../ui/dates.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { CopyNames } from '../security/copy-names.tsx'

/** Backups in which somebody erased still is, each with why and what to do. Nothing when there is none. */
export function CopiesLeft() {
  const { t } = useTranslation()
  const copies = useRead('erasures.copies', undefined).data ?? []
  const purge = useAct('erasures.purge', { quiet: true })
  if (copies.length === 0) return null
  return (
    <>
      <Notice
        tone="danger"
        title={t('duties.copiesLeft', { count: copies.length })}
        actions={
          <Button
            command="erasures.purge"
            onPress={() => purge.mutate(undefined)}
            isPending={purge.isPending}
          >
            {t('form.retry')}
          </Button>
        }
      />
      <ul className="lines">
        {copies.map(({ id, name, folder, madeAt, state }) => (
          <li key={id}>
            <p>
              {t('security.copyName', { name, folder, day: nearDay(madeAt) })}{' '}
              <Badge tone="danger">{t(`duties.copiesStates.${state}`)}</Badge>
            </p>
            <p className="small quiet">{t(`duties.copiesLeftText.${state}`)}</p>
          </li>
        ))}
      </ul>
      {purge.error && <FailureNotice failure={failureOf(purge.error)} />}
    </>
  )
}

/** Before deciding: the known backups that will go, and those that cannot be reached. */
export function CopiesAtStake() {
  const { t } = useTranslation()
  const copies = useRead('backups.list', undefined).data ?? []
  const isHere = ({ state }: { state: string }) => state === 'here'
  return (
    <>
      <CopyNames title={t('duties.copiesToRemove')} copies={copies.filter(isHere)} />
      <CopyNames title={t('duties.copiesOut')} copies={copies.filter((copy) => !isHere(copy))} />
    </>
  )
}
