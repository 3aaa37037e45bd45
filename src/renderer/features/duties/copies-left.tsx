import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useLongAct } from '../../long-act.ts'
import { useRead } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { fullDay, nearDay } from '../../ui/dates.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { ProgressDialog } from '../../ui/progress-dialog.tsx'
import { CopyNames } from '../security/copy-names.tsx'

/**
 * What an erasure has not reached yet, and one way to try again: an older generation, else the backups in which somebody erased still
 * is, each with why and what to do. Nothing when there is none.
 */
export function NotReached({ isUnfinished }: { isUnfinished: boolean }) {
  const { t } = useTranslation()
  const holding = useRead('erasures.copies', undefined).data ?? []
  const purge = useLongAct('erasures.purge', { quiet: true })
  // none of them was tried before the notebook itself is done
  const copies = isUnfinished ? [] : holding
  if (!isUnfinished && copies.length === 0) return null
  return (
    <>
      <Notice
        tone="danger"
        title={isUnfinished ? t('duties.unfinished') : t('duties.copiesLeft', { count: copies.length })}
        actions={
          <Button command="erasures.purge" onPress={() => purge.mutate({})} isPending={purge.isPending}>
            {t('form.retry')}
          </Button>
        }
      >
        {isUnfinished ? t('duties.unfinishedText') : undefined}
      </Notice>
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
      {purge.failure !== undefined && <FailureNotice failure={purge.failure} />}
      <ProgressDialog title={t('duties.purging')} act={purge}>
        {t('duties.purgingText')}
      </ProgressDialog>
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

/** Review packages that hold the file of somebody, away from here: until when they open, and what to ask. */
export function PackagesLeft({ packages }: Pick<Output<'erasures.preview'>, 'packages'>) {
  const { t } = useTranslation()
  if (packages.length === 0) return null
  const each = packages.map(({ recipient, madeAt, expiresOn }) =>
    t('duties.packageLeft', { name: recipient, made: nearDay(madeAt), until: fullDay(expiresOn) }),
  )
  return (
    <Notice tone="warning" title={t('duties.packagesLeft', { count: packages.length })}>
      {[...each, t('duties.packagesLeftText')].join(' ')}
    </Notice>
  )
}
