import { ShieldAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { inSentence, useLists } from '../../lists.tsx'
import { daysUntil, duration, glance, nearDay, shortDay } from '../../ui/dates.ts'
import { Badge } from '../../ui/badge.tsx'
import { ReferralAge } from '../referrals/referral-age.tsx'
import { ReferralBadge } from '../referrals/referral-badge.tsx'

type File = Output<'meetings.read'>

/** What the meeting needs to know of a file, readable from the other end of the table. */
export function ReviewedFile({ file }: { file: File }) {
  const { t } = useTranslation()
  const lists = useLists()
  const { review, safetyNote, since, openReferrals, overdueFollowUps, lastReviewedAt, engagedOn } = file
  const known = [
    lists.label('bondStage', file.bondStage),
    ...(file.ageBand === 'unknown' ? [] : [lists.label('ageBand', file.ageBand)]),
    ...(engagedOn === null ? [] : [t('people.engagedSince', { day: shortDay(engagedOn) })]),
  ]
  return (
    // reached by the keyboard, to scroll a long file
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="room-file" role="region" aria-label={review.alias} tabIndex={0}>
      <p className="room-who">{review.alias}</p>
      <p className="room-known">{known.join(' · ')}</p>
      {review.question !== '' && <p className="room-question">{review.question}</p>}
      {(safetyNote !== '' || file.safetyNoteSealed) && (
        <section className="safety-note" aria-label={t('people.safety')}>
          <ShieldAlert size={20} strokeWidth={1.75} aria-hidden />
          <p>{file.safetyNoteSealed ? t('meeting.sealedNote') : safetyNote}</p>
        </section>
      )}
      {openReferrals.length > 0 && (
        <Part title={t('meeting.openReferrals')}>
          {openReferrals.map(({ resourceName, state, ageDays }) => (
            <li key={`${resourceName} ${state} ${ageDays}`}>
              <strong>{resourceName}</strong> <ReferralBadge state={state} /> <ReferralAge days={ageDays} />
            </li>
          ))}
        </Part>
      )}
      {overdueFollowUps.length > 0 && (
        <Part title={t('meeting.overdue')}>
          {overdueFollowUps.map(({ title, dueOn }) => (
            <li key={`${title} ${dueOn}`}>
              <strong>{title}</strong>{' '}
              <Badge tone="danger">{t('time.lateDays', { days: -daysUntil(dueOn) })}</Badge>
            </li>
          ))}
        </Part>
      )}
      <Part
        title={
          lastReviewedAt === null
            ? t('meeting.sinceStart')
            : t('meeting.since', { day: nearDay(lastReviewedAt) })
        }
      >
        {since.length === 0 && <li className="quiet">{t('meeting.nothingSince')}</li>}
        {since.map((entry, index) => (
          // what happened has no name of its own here: its place is its identity
          // oxlint-disable-next-line react/no-array-index-key
          <Since key={index} entry={entry} />
        ))}
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="room-part">
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

function Since({ entry }: { entry: File['since'][number] }) {
  const { t } = useTranslation()
  const lists = useLists().on(entry.at)
  switch (entry.type) {
    case 'contact':
      return (
        <li>
          <Told
            what={lists.labels('contactKind', entry.kinds)}
            more={[
              glance(entry.at),
              duration(entry.minutes),
              ...entry.themes.map((theme) => inSentence(lists.label('theme', theme))),
            ]}
            badge={
              entry.crisis !== null && (
                <Badge tone="warning">
                  {t('people.crisis', { label: inSentence(lists.label('crisis', entry.crisis)) })}
                </Badge>
              )
            }
            text={entry.noteSealed ? t('meeting.sealedNote') : entry.note}
          />
        </li>
      )
    case 'incident':
      return (
        <li>
          <Told
            what={t('people.incident')}
            more={[
              glance(entry.at),
              lists.labels('incidentKind', entry.kinds),
              inSentence(lists.label('incidentOutcome', entry.outcome)),
            ]}
            badge={
              <Badge tone={entry.intensity > 2 ? 'danger' : 'warning'}>
                {t('people.incidentIntensity', {
                  intensity: entry.intensity,
                  word: t(`people.intensity.${entry.intensity as 1 | 2 | 3 | 4}`),
                })}
              </Badge>
            }
            text={entry.note}
          />
        </li>
      )
    case 'followUp':
      return (
        <li>
          <Told what={entry.title} more={[t('people.done', { day: nearDay(entry.at) })]} />
        </li>
      )
    case 'bondStage':
      return (
        <li>
          <Told
            what={t('people.stage', { stage: inSentence(lists.label('bondStage', entry.stage)) })}
            more={[nearDay(entry.at)]}
          />
        </li>
      )
  }
}

type ToldProps = { what: string; more: readonly string[]; badge?: ReactNode; text?: string }

function Told({ what, more, badge, text = '' }: ToldProps) {
  return (
    <>
      <p>
        <strong>{what}</strong> <span className="quiet">{more.join(' · ')}</span> {badge}
      </p>
      {text.trim() !== '' && <p className="room-note">{text.trim()}</p>}
    </>
  )
}
