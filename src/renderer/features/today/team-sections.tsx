import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { Name } from '../../ui/name.tsx'
import { Section } from '../../ui/page.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import { Due } from './due.tsx'

type Today = Output<'today.read'>

/** More would push the rest of today out of sight. */
const SHOWN = 3

/** What the next meeting will look at: one line. */
export function NextMeeting({ meeting: { isGoingOn, files } }: { meeting: Today['nextMeeting'] }) {
  const { t } = useTranslation()
  const said = isGoingOn ? 'today.filesLeft' : 'today.files'
  return (
    <Section
      title={t(isGoingOn ? 'today.meetingGoingOn' : 'today.nextMeeting')}
      actions={
        <Link to="/meeting" className="text-link small">
          {t('today.openMeeting')}
        </Link>
      }
    >
      <p className={files === 0 ? 'empty-line' : undefined}>
        {files === 0 && !isGoingOn ? t('today.noFiles') : t(said, { count: files })}
      </p>
    </Section>
  )
}

/** Requests of persons whose clock is over or nearly. Nothing when there is none. */
export function PressingRequests({ requests }: { requests: Today['requests'] }) {
  const { t } = useTranslation()
  if (requests.length === 0) return null
  return (
    <Section
      title={t('today.requests')}
      actions={
        <Link to="/duties" search={{ tab: 'requests' }} className="text-link small">
          {t('today.all')}
        </Link>
      }
    >
      <ul className="lines">
        {requests.slice(0, SHOWN).map(({ id, kind, personId, alias, requester, dueOn }) => (
          <li key={id} className="agenda-line">
            <Due on={dueOn} time={null} />
            <div className="grow">
              <p className="agenda-who">
                {personId !== null && alias !== null ? (
                  <PeopleNames people={[{ id: personId, alias }]} />
                ) : (
                  <Name>{requester}</Name>
                )}
              </p>
              <p className="small quiet">{t(`duties.requestKinds.${kind}`)}</p>
            </div>
          </li>
        ))}
      </ul>
      {requests.length > SHOWN && (
        <Link to="/duties" search={{ tab: 'requests' }} className="text-link small others">
          {t('today.otherRequests', { count: requests.length - SHOWN })}
        </Link>
      )}
    </Section>
  )
}
