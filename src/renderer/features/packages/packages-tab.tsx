import { FileLock2, FolderInput, PackagePlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { failureOf } from '../../client.ts'
import { useAct, useRead } from '../../queries.ts'
import { announceFailure } from '../../toasts.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { nearMoment, shortDay, todayHere } from '../../ui/dates.ts'
import { EmptyState, Section } from '../../ui/page.tsx'
import { KeysSection } from './keys-section.tsx'
import { MakeDialog } from './make-dialog.tsx'
import { OpenDialog } from './open-dialog.tsx'
import { PackageRoom } from './package-room.tsx'
import './packages.css'

type Packages = Output<'packages.list'>
type Overlay = 'make' | 'room' | { found: Output<'packages.inspect'> }

/** « Dossiers de révision »: what was handed over, what was received, and the keys both need. */
export function PackagesTab() {
  const { t } = useTranslation()
  const packages = useRead('packages.list', undefined).data
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const choose = useAct('packages.chooseFile', { quiet: true })
  const inspect = useAct('packages.inspect')
  if (packages === undefined) return null
  const { made, opened, openId } = packages
  const close = () => setOverlay(null)
  const receive = () =>
    choose.mutate(undefined, {
      onSuccess: () => inspect.mutate(undefined, { onSuccess: (found) => setOverlay({ found }) }),
      onError: (refusal) => {
        if (failureOf(refusal) !== 'cancelled') announceFailure(failureOf(refusal))
      },
    })
  return (
    <div className="packages">
      <p className="quiet">{t('packages.explained')}</p>
      <div className="row">
        <Button icon={<PackagePlus size={17} aria-hidden />} onPress={() => setOverlay('make')}>
          {t('packages.make')}
        </Button>
        <Button icon={<FolderInput size={17} aria-hidden />} onPress={receive}>
          {t('packages.open')}
        </Button>
      </div>
      {made.length === 0 && opened.length === 0 && (
        <EmptyState icon={FileLock2} title={t('packages.emptyTitle')}>
          {t('packages.emptyText')}
        </EmptyState>
      )}
      {opened.length > 0 && (
        <Section title={t('packages.openedTitle')}>
          <ul className="lines">
            {opened.map((each) => (
              <OpenedLine
                key={each.id}
                opened={each}
                isOpen={each.id === openId}
                onResume={() => setOverlay('room')}
              />
            ))}
          </ul>
        </Section>
      )}
      {made.length > 0 && (
        <Section title={t('packages.madeTitle')}>
          <ul className="lines">
            {made.map(({ id, recipient, files, madeAt, expiresOn }) => (
              <li key={id} className="package-line">
                <div className="grow">
                  <p className="package-who">{t('packages.to', { name: recipient })}</p>
                  <p className="small quiet">
                    {t('packages.madeOn', {
                      files: t('packages.files', { count: files }),
                      when: nearMoment(madeAt),
                    })}
                  </p>
                </div>
                <Expiry expiresOn={expiresOn} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <KeysSection packages={packages} />
      {overlay === 'make' && <MakeDialog onClose={close} />}
      {overlay === 'room' && <PackageRoom onLeave={close} />}
      {overlay !== null && typeof overlay === 'object' && (
        <OpenDialog found={overlay.found} onOpened={() => setOverlay('room')} onClose={close} />
      )}
    </div>
  )
}

function Expiry({ expiresOn }: { expiresOn: string }) {
  const { t } = useTranslation()
  return expiresOn < todayHere() ? (
    <Badge>{t('packages.expired')}</Badge>
  ) : (
    <Badge tone="information">{t('packages.until', { day: shortDay(expiresOn) })}</Badge>
  )
}

type OpenedLineProps = { opened: Packages['opened'][number]; isOpen: boolean; onResume: () => void }

function OpenedLine({ opened, isOpen, onResume }: OpenedLineProps) {
  const { t } = useTranslation()
  const { sender, files, createdAt, openedAt, finishedAt, expiresOn } = opened
  return (
    <li className="package-line">
      <div className="grow">
        <p className="package-who">{t('packages.from', { name: sender })}</p>
        <p className="small quiet">
          {t('packages.openedOn', {
            files: t('packages.files', { count: files }),
            when: nearMoment(createdAt),
            opened: nearMoment(openedAt),
          })}
        </p>
      </div>
      {isOpen ? (
        <>
          <Badge tone="accent">{t('packages.isOpen')}</Badge>
          <Button onPress={onResume}>{t('packages.resume')}</Button>
        </>
      ) : finishedAt !== null ? (
        <Badge>{t('packages.finished')}</Badge>
      ) : expiresOn < todayHere() ? (
        <Badge>{t('packages.expired')}</Badge>
      ) : (
        <Badge tone="warning">{t('packages.interrupted')}</Badge>
      )}
    </li>
  )
}
