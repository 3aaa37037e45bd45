import { ArrowLeft, ArrowRight, ShieldAlert, ShieldCheck, X } from 'lucide-react'
import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useAct, useRead } from '../../queries.ts'
import { announceDone } from '../../toasts.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { fullDay, nearMoment, shortDay } from '../../ui/dates.ts'
import { Name } from '../../ui/name.tsx'
import { Facts } from '../../ui/page.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { usePaging } from '../meeting/paging.ts'
import { packedTimeline } from './packed-timeline.tsx'
import '../meeting/meeting.css'
import './packages.css'

type Open = Output<'packages.read'>

/** The package that is open, over the whole window: one file at a time, large, to be read only. */
export function PackageRoom({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation()
  const [place, setPlace] = useState(0)
  const open = useRead('packages.read', { place }).data
  const finish = useAct('packages.finish')
  const last = (open?.count ?? 1) - 1
  const go = (to: number) => setPlace(Math.min(Math.max(to, 0), last))
  usePaging((steps) => go(place + steps))
  const end = () =>
    finish.mutate(undefined, {
      onSuccess: () => {
        announceDone('packages.done')
        onLeave()
      },
    })

  return (
    <ModalOverlay className="room-overlay" isOpen onOpenChange={(isOpen) => !isOpen && onLeave()}>
      <Modal className="room">
        <Dialog className="room-dialog">
          <header className="room-head">
            <Heading slot="title" className="room-title">
              {t('packages.fileOf', { place: place + 1, count: last + 1 })}
            </Heading>
            <span className="room-tools">
              <Badge tone="information">{t('packages.readOnly')}</Badge>
              <IconButton label={t('packages.leave')} icon={<X size={22} aria-hidden />} onPress={onLeave} />
            </span>
          </header>
          {open !== undefined && (
            <div className="room-body">
              <PackedFile key={place} file={open.file} />
              <About open={open} />
            </div>
          )}
          <footer className="room-foot">
            <Button
              icon={<ArrowLeft size={18} aria-hidden />}
              isDisabled={place === 0}
              onPress={() => go(place - 1)}
            >
              {t('meeting.previous')}
            </Button>
            <Button
              icon={<ArrowRight size={18} aria-hidden />}
              isDisabled={place === last}
              onPress={() => go(place + 1)}
            >
              {t('meeting.next')}
            </Button>
            <span className="grow" />
            <Button icon={<ShieldCheck size={18} aria-hidden />} isPending={finish.isPending} onPress={end}>
              {t('packages.finish')}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PackedFile({ file }: { file: Open['file'] }) {
  const { t } = useTranslation()
  const known = [
    file.bondStage,
    ...(file.ageBand === '' ? [] : [file.ageBand]),
    ...(file.engagedOn === null ? [] : [t('packages.engaged', { day: shortDay(file.engagedOn) })]),
  ]
  return (
    // it scrolls: the keyboard must reach it
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="room-file" role="group" aria-label={t('packages.timeline')} tabIndex={0}>
      <p className="room-who">
        <Name>{file.alias}</Name>
      </p>
      <p className="room-known">{known.join(' · ')}</p>
      {file.question !== '' && <p className="room-question">{file.question}</p>}
      {(file.safetyNote !== '' || file.safetyNoteSealed) && (
        <section className="safety-note" aria-label={t('people.safety')}>
          <ShieldAlert size={20} strokeWidth={1.75} aria-hidden />
          <p>{file.safetyNoteSealed ? t('packages.sealedNote') : file.safetyNote}</p>
        </section>
      )}
      <section className="room-part packed">
        <h3>
          {file.since === null
            ? t('packages.sinceStart')
            : t('packages.sinceDay', { day: shortDay(file.since) })}
        </h3>
        {file.entries.length === 0 ? (
          <p className="quiet">{t('packages.nothing')}</p>
        ) : (
          <Timeline label={t('packages.timeline')} groups={packedTimeline(file.entries)} />
        )}
      </section>
    </div>
  )
}

/** Whose it is, until when, and what its maker wrote. */
function About({ open: { sender, organization, createdAt, expiresOn, note } }: { open: Open }) {
  const { t } = useTranslation()
  return (
    <aside className="room-decision">
      {note !== '' && <p className="packed-note">{note}</p>}
      <Facts
        facts={[
          {
            label: t('packages.sender'),
            value: organization === '' ? sender : `${sender}, ${organization}`,
          },
          { label: t('packages.made'), value: nearMoment(createdAt) },
          { label: t('packages.expires'), value: fullDay(expiresOn) },
        ]}
      />
      <p className="small muted">{t('packages.masked')}</p>
    </aside>
  )
}
