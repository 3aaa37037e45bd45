import { Link } from '@tanstack/react-router'
import { CalendarCheck, Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { inSentence, useLists } from '../../lists.tsx'
import { useRead } from '../../queries.ts'
import { useMay } from '../../role.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { duration, glance, longDay, todayHere } from '../../ui/dates.ts'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { NotSeenOnMonday } from '../followups/not-seen-on-monday.tsx'
import { onceClicked, useComplete } from '../followups/use-complete.ts'
import { PeopleNames } from '../people/people-names.tsx'
import { QuickNote } from '../quick-note/quick-note.tsx'
import { Due } from './due.tsx'
import { IncompleteContacts } from './incomplete-contacts.tsx'
import { NextMeeting, PressingRequests } from './team-sections.tsx'
import './today.css'

type Today = Output<'today.read'>

/** More would push the latest contacts out of sight. */
const SHOWN = 5

export function TodayScreen() {
  const { t } = useTranslation()
  const today = useRead('today.read', undefined).data
  const may = useMay()
  return (
    <Page title={<span className="capital">{longDay(today?.today ?? todayHere())}</span>}>
      <Columns
        side={
          <>
            <PressingRequests requests={today?.requests ?? []} />
            <DueFollowUps followUps={today?.followUps ?? []} />
            {today !== undefined && <NextMeeting meeting={today.nextMeeting} />}
            <NotSeenOnMonday />
            <IncompleteContacts
              contacts={today?.incompleteContacts ?? []}
              count={today?.counts.incompleteContacts ?? 0}
            />
            <LatestContacts contacts={today?.latestContacts ?? []} />
          </>
        }
      >
        {may('contacts.save') ? (
          <section id="quick-note" className="card" aria-labelledby="quick-note-title">
            <h2 id="quick-note-title" className="note-title">
              {t('contacts.quickNote')}
            </h2>
            {today?.counts.people === 0 && <p className="note-welcome">{t('today.welcomeText')}</p>}
            <QuickNote />
          </section>
        ) : (
          <Review />
        )}
      </Columns>
    </Page>
  )
}

/** In the place of the note éclair, for who reads and reviews: what this key is for. */
function Review() {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="review-title">
      <h2 id="review-title" className="note-title">
        {t('roles.reviewTitle')}
      </h2>
      <p className="quiet">{t('roles.reviewText')}</p>
    </section>
  )
}

function DueFollowUps({ followUps }: { followUps: Today['followUps'] }) {
  const { t } = useTranslation()
  const complete = useComplete()
  return (
    <Section
      title={t('today.followUps')}
      actions={
        <Link to="/follow-ups" className="text-link small">
          {t('today.all')}
        </Link>
      }
    >
      {followUps.length === 0 && (
        <p className="empty-line">
          <CalendarCheck size={15} aria-hidden /> {t('today.noFollowUps')}
        </p>
      )}
      <ul className="lines">
        {followUps.slice(0, SHOWN).map(({ id, title, alias, personId, dueOn, dueTime }) => (
          <li key={id} className="agenda-line">
            <Due on={dueOn} time={dueTime} />
            <div className="grow">
              {alias !== null && personId !== null && (
                <p className="agenda-who">
                  <PeopleNames people={[{ id: personId, alias }]} />
                </p>
              )}
              <p className={alias === null ? 'agenda-who' : 'small quiet'}>{title}</p>
            </div>
            <IconButton
              command="followUps.complete"
              edge
              label={t('today.complete', { title })}
              icon={<Check size={15} aria-hidden />}
              onClick={onceClicked(() => complete(id))}
            />
          </li>
        ))}
      </ul>
      {followUps.length > SHOWN && (
        <Link to="/follow-ups" className="text-link small others">
          {t('today.otherFollowUps', { count: followUps.length - SHOWN })}
        </Link>
      )}
    </Section>
  )
}

function LatestContacts({ contacts }: { contacts: Today['latestContacts'] }) {
  const { t } = useTranslation()
  return (
    <Section
      title={t('today.latest')}
      actions={
        <Link to="/contacts" className="text-link small">
          {t('today.all')}
        </Link>
      }
    >
      {contacts.length === 0 && <p className="empty-line">{t('today.noContacts')}</p>}
      <ul className="lines">
        {contacts.map((contact) => (
          <LatestContact key={contact.id} contact={contact} />
        ))}
      </ul>
    </Section>
  )
}

function LatestContact({ contact }: { contact: Today['latestContacts'][number] }) {
  const { t } = useTranslation()
  const { at, people, unidentifiedCount, kinds, themes, durationMinutes, place, crisis } = contact
  const lists = useLists().on(at)
  const about = [
    lists.labels('contactKind', kinds),
    themes.map((theme) => inSentence(lists.label('theme', theme))).join(', '),
  ]
  return (
    <li className="agenda-line">
      <span className="agenda-when">{glance(at)}</span>
      <div className="grow">
        <p className="agenda-who">
          <PeopleNames people={people} unidentifiedCount={unidentifiedCount} />{' '}
          {crisis !== null && (
            <Badge tone="warning">
              {t('people.crisis', { label: inSentence(lists.label('crisis', crisis)) })}
            </Badge>
          )}
        </p>
        <p className="small quiet">
          {[about.filter(Boolean).join(', '), duration(durationMinutes), lists.label('place', place)].join(
            ' · ',
          )}
        </p>
      </div>
    </li>
  )
}
