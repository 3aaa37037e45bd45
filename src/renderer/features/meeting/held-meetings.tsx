import { MessagesSquare, PenLine, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldMeeting } from '#core/review/team-meeting'
import { useAct } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { nearDay, nearMoment } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/page.tsx'
import { FolderPrintDialog } from '../print/folder-print-dialog.tsx'

/** The meetings of the past: what they did, whose key closed them, their minutes. */
export function HeldMeetings({ meetings }: { meetings: readonly HeldMeeting[] }) {
  const { t } = useTranslation()
  const [printing, setPrinting] = useState<HeldMeeting | null>(null)
  const coSign = useAct('meetings.coSign', { done: 'meeting.coSigned' })
  if (meetings.length === 0)
    return (
      <EmptyState icon={MessagesSquare} title={t('meeting.noneHeldTitle')}>
        {t('meeting.noneHeldText')}
      </EmptyState>
    )
  return (
    <>
      <ul className="lines agenda">
        {meetings.map((meeting) => {
          const { id, closedAt, closedBy, coSignedAt, reviews, actions } = meeting
          const isSigned = closedBy === 'coordinator' || coSignedAt !== null
          return (
            <li key={id} className="agenda-file">
              <div className="grow">
                <p className="agenda-file-who">
                  {nearMoment(closedAt)}{' '}
                  <Badge tone={isSigned ? 'ok' : 'plain'}>
                    {isSigned
                      ? t('meeting.signedOn', { day: nearDay(coSignedAt ?? closedAt) })
                      : t('meeting.notSigned')}
                  </Badge>
                </p>
                <p className="small quiet">
                  {t('meeting.reviews', { count: reviews })} ·{' '}
                  {t('meeting.actionsDecided', { count: actions })}
                </p>
              </div>
              {!isSigned && (
                <Button
                  command="meetings.coSign"
                  icon={<PenLine size={17} aria-hidden />}
                  onPress={() => coSign.mutate({ id })}
                >
                  {t('meeting.coSign')}
                </Button>
              )}
              <Button icon={<Printer size={17} aria-hidden />} onPress={() => setPrinting(meeting)}>
                {t('meeting.minutes')}
              </Button>
            </li>
          )
        })}
      </ul>
      {printing !== null && <MinutesDialog meeting={printing} onClose={() => setPrinting(null)} />}
    </>
  )
}

function MinutesDialog({ meeting, onClose }: { meeting: HeldMeeting; onClose: () => void }) {
  const { t } = useTranslation()
  const print = useAct('documents.printMinutes', { quiet: true })
  return (
    <FolderPrintDialog
      title={t('meeting.minutesTitle')}
      order={{ paper: 'minutes', id: meeting.id }}
      before={<p>{t('meeting.minutesText')}</p>}
      print={print}
      onPrint={() => print.mutate({ id: meeting.id })}
      onClose={onClose}
    />
  )
}
