import { useNavigate } from '@tanstack/react-router'
import {
  CalendarPlus,
  MessageCirclePlus,
  MessagesSquare,
  PackagePlus,
  Route,
  ScrollText,
  ShieldAlert,
  UserX,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { failureOf } from '../../client.ts'
import { useAct, useRead } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { Name } from '../../ui/name.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Columns, EmptyState, Page } from '../../ui/page.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useNoteSubject, useShellActions } from '../shell/shell-actions.ts'
import { blankFollowUp, FollowUpDialog } from '../followups/follow-up-dialog.tsx'
import { SealedNote } from '../contacts/sealed-note.tsx'
import { RightsSection } from '../duties/rights-section.tsx'
import { AgendaDialog } from '../meeting/agenda-dialog.tsx'
import { MakeDialog } from '../packages/make-dialog.tsx'
import { BondStageDialog } from './bond-stage-dialog.tsx'
import { MergedSection } from './merged-section.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { PersonSide } from './person-side.tsx'
import { TiesSection } from './ties-section.tsx'
import { blankReferral, ReferralDialog } from '../referrals/referral-dialog.tsx'
import { useTimeline } from './timeline-items.tsx'

type Overlay = 'edit' | 'stage' | 'referral' | 'followUp' | 'agenda' | 'package'

/** The file of a person: what happened, newest first, and what is known. */
export function PersonScreen({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { openNote } = useShellActions()
  const { data, error } = useRead('people.read', { id: personId })
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const timeline = useTimeline(personId, data?.timeline ?? [])
  const remove = useAct('people.remove', { done: 'people.removed' })
  const [alias = '', ...otherAliases] = data?.person.aliases ?? []
  useNoteSubject(personId, alias)

  if (error !== null && data === undefined)
    return <Page title={t('people.title')}>{<FailureNotice failure={failureOf(error)} />}</Page>
  if (data === undefined) return null
  const close = () => setOverlay(null)

  return (
    <Page
      title={<Name>{alias}</Name>}
      aside={otherAliases.map((other) => (
        <Badge key={other}>
          <Name>{t('people.also', { alias: other })}</Name>
        </Badge>
      ))}
      actions={
        <>
          <Button
            command="referrals.save"
            icon={<Route size={17} aria-hidden />}
            onPress={() => setOverlay('referral')}
          >
            {t('people.newReferral')}
          </Button>
          <Button
            command="followUps.save"
            icon={<CalendarPlus size={17} aria-hidden />}
            onPress={() => setOverlay('followUp')}
          >
            {t('people.newFollowUp')}
          </Button>
          <Button
            command="contacts.save"
            variant="primary"
            icon={<MessageCirclePlus size={17} aria-hidden />}
            shortcut="Ctrl+N"
            onPress={openNote}
          >
            {t('people.newContact')}
          </Button>
          <ActionMenu
            label={t('people.actions')}
            actions={[
              {
                key: 'agenda',
                command: 'meetings.saveOnAgenda',
                label: t('meeting.toAgenda'),
                icon: <MessagesSquare size={16} aria-hidden />,
                onAction: () => setOverlay('agenda'),
              },
              {
                key: 'package',
                command: 'packages.make',
                label: t('packages.toPackage'),
                icon: <PackagePlus size={16} aria-hidden />,
                onAction: () => setOverlay('package'),
              },
              {
                key: 'remove',
                command: 'people.remove',
                label: t('people.remove'),
                icon: <UserX size={16} aria-hidden />,
                isDanger: true,
                onAction: () =>
                  remove.mutate({ id: personId }, { onSuccess: () => void navigate({ to: '/people' }) }),
              },
            ]}
          />
        </>
      }
    >
      <SafetyNote person={data.person} />
      <Columns
        side={
          <>
            <PersonSide
              person={data.person}
              onEdit={() => setOverlay('edit')}
              onNewStage={() => setOverlay('stage')}
            />
            <TiesSection personId={personId} ties={data.ties} />
            <RightsSection personId={data.person.id} />
            <MergedSection merged={data.merged} />
          </>
        }
      >
        {timeline.groups.length === 0 ? (
          <EmptyState icon={ScrollText} title={t('people.timelineEmpty')}>
            {t('people.timelineEmptyText')}
          </EmptyState>
        ) : (
          <Timeline label={t('people.timeline')} groups={timeline.groups} />
        )}
      </Columns>
      {timeline.dialog}
      {overlay === 'edit' && <PersonDialog person={data.person} onClose={close} />}
      {overlay === 'stage' && (
        <BondStageDialog personId={personId} stage={data.person.bondStage} replaces={null} onClose={close} />
      )}
      {overlay === 'agenda' && <AgendaDialog personId={personId} onClose={close} />}
      {overlay === 'package' && <MakeDialog personIds={[data.person.id]} onClose={close} />}
      {overlay === 'referral' && <ReferralDialog start={{ ...blankReferral(), personId }} onClose={close} />}
      {overlay === 'followUp' && <FollowUpDialog start={{ ...blankFollowUp(), personId }} onClose={close} />}
    </Page>
  )
}

/** First on the file, and calm: what to know before going to meet this person. */
function SafetyNote({ person }: { person: Output<'people.read'>['person'] }) {
  const { t } = useTranslation()
  const { id, safetyNote, safetyNoteSealed } = person
  if (safetyNote === '' && !safetyNoteSealed) return null
  return (
    <section className="safety-note" aria-label={t('people.safety')}>
      <ShieldAlert size={18} strokeWidth={1.75} aria-hidden />
      <div>
        <h2>{t('people.safety')}</h2>
        {safetyNoteSealed ? <SealedNote command="people.openSafetyNote" id={id} /> : <p>{safetyNote}</p>}
      </div>
    </section>
  )
}
