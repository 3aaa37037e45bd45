import { Play, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct, useRead } from '../../queries.ts'
import { useMay } from '../../role.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useOnce } from '../../ui/once.ts'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { nearMoment } from '../../ui/dates.ts'
import { Agenda } from './agenda.tsx'
import { AgendaDialog } from './agenda-dialog.tsx'
import { HeldMeetings } from './held-meetings.tsx'
import './meeting.css'
import { PackagesTab } from '../packages/packages-tab.tsx'
import { ReviewRoom, type WrittenDecisions } from './review-room.tsx'
import { WorkloadTab } from './workload.tsx'

/** What the worker brings to the coordinator during the week, the meeting itself, and what it left. */
export function MeetingScreen() {
  const { t } = useTranslation()
  const meetings = useRead('meetings.list', undefined).data
  const [isAdding, setAdding] = useState(false)
  const [isIn, setIn] = useState(false)
  const [tab, setTab] = useState('agenda')
  const [written, setWritten] = useState<WrittenDecisions>({})
  const start = useAct('meetings.start')
  const begin = useOnce(() => start.mutate(undefined, { onSuccess: () => setIn(true) }), start.isPending)
  const may = useMay()
  if (meetings === undefined) return null
  const { openedAt, agenda, held, olderThanSeen } = meetings
  const enter = () => {
    if (openedAt !== null) setIn(true)
    else begin()
  }
  return (
    <Page
      title={t('meeting.title')}
      actions={
        <>
          <Button icon={<Plus size={17} aria-hidden />} onPress={() => setAdding(true)}>
            {t('meeting.add')}
          </Button>
          {agenda.length > 0 && (
            <Button
              variant="primary"
              icon={<Play size={17} aria-hidden />}
              isPending={start.isPending}
              onPress={enter}
            >
              {t(openedAt === null ? 'meeting.start' : 'meeting.resume')}
            </Button>
          )}
        </>
      }
    >
      {olderThanSeen !== null && (
        <Notice tone="danger" title={t('meeting.olderTitle')}>
          {t('meeting.olderText', { ...olderThanSeen, when: nearMoment(olderThanSeen.closedAt) })}
        </Notice>
      )}
      <Tabs
        label={t('meeting.tabs')}
        selected={tab}
        onSelect={setTab}
        items={[
          {
            key: 'agenda',
            label: t('meeting.agenda'),
            count: agenda.length,
            content: <Agenda reviews={agenda} openedAt={openedAt} onAdd={() => setAdding(true)} />,
          },
          { key: 'workload', label: t('meeting.workload'), content: <WorkloadTab /> },
          {
            key: 'held',
            label: t('meeting.held'),
            count: held.length,
            content: <HeldMeetings meetings={held} />,
          },
          ...(may('packages.list')
            ? [{ key: 'packages', label: t('packages.tab'), content: <PackagesTab /> }]
            : []),
        ]}
      />
      {isAdding && <AgendaDialog onClose={() => setAdding(false)} />}
      {isIn && openedAt !== null && (
        <ReviewRoom
          reviews={agenda}
          written={written}
          onWrite={(id, typed) => setWritten({ ...written, [id]: typed })}
          onLeave={() => setIn(false)}
          onClosed={() => {
            setIn(false)
            setWritten({})
            // where its minutes wait
            setTab('held')
          }}
        />
      )}
    </Page>
  )
}
