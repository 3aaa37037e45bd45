import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mondayOf } from '#core/caseload/calendar'
import { useRead } from '../../queries.ts'
import { todayHere } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { PeopleNames } from '../people/people-names.tsx'

const SHOWN = 4

/** On Mondays only, beside the note: who has not been seen for the weeks chosen in the settings. */
export function NotSeenOnMonday() {
  const { t } = useTranslation()
  const isMonday = mondayOf(todayHere()) === todayHere()
  const first = useRead('people.notSeen', { limit: SHOWN, offset: 0 }, { enabled: isMonday }).data
  if (!isMonday || first === undefined || first.total === 0) return null
  return (
    <Section
      title={t('followUps.notSeenLately')}
      actions={
        <Link to="/follow-ups" search={{ view: 'notSeen' }} className="text-link small">
          {t('today.all')}
        </Link>
      }
    >
      <p>
        <PeopleNames people={first.rows.map(({ id, aliases }) => ({ id, alias: aliases[0] ?? '' }))} />
        {first.total > SHOWN && ` ${t('today.otherFollowUps', { count: first.total - SHOWN })}`}
      </p>
    </Section>
  )
}
