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
  const rows = useRead('people.notSeen', {}, { enabled: isMonday }).data ?? []
  if (!isMonday || rows.length === 0) return null
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
        <PeopleNames
          people={rows.slice(0, SHOWN).map(({ id, aliases }) => ({ id, alias: aliases[0] ?? '' }))}
        />
        {rows.length > SHOWN && ` ${t('today.otherFollowUps', { count: rows.length - SHOWN })}`}
      </p>
    </Section>
  )
}
