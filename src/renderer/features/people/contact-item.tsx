import { useTranslation } from 'react-i18next'
import { inSentence, useLists } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { duration, nearMoment } from '../../ui/dates.ts'
import type { TimelineItem } from '../../ui/timeline.tsx'
import { SealedNote } from '../contacts/sealed-note.tsx'
import { PeopleNames } from './people-names.tsx'
import { useRecordMenu } from './record-menu.tsx'
import type { EntryOf } from './timeline-items.tsx'

/** A contact on the thread: what, when, with whom else, its note. */
export function useContactItem(personId: string) {
  const { t } = useTranslation()
  const allLists = useLists()
  const menu = useRecordMenu('contacts.save')
  const remove = useAct('contacts.remove', { done: 'contacts.removed' })
  return ({ at, record }: EntryOf<'contact'>, edit: () => void): TimelineItem => {
    const lists = allLists.on(at)
    const title = lists.labels('contactKind', record.kinds)
    const isAccompanied = record.people.length > 1 || record.unidentifiedCount > 0
    return {
      key: record.id,
      marker: 'contact',
      title,
      aside: (
        <>
          <span>
            {[nearMoment(at), duration(record.durationMinutes), lists.label('place', record.place)].join(
              ' · ',
            )}
          </span>
          {record.incomplete && <Badge tone="information">{t('contacts.incomplete')}</Badge>}
          {record.crisis !== null && (
            <Badge tone="warning">
              {t('people.crisis', { label: inSentence(lists.label('crisis', record.crisis)) })}
            </Badge>
          )}
        </>
      ),
      actions: menu(title, edit, () => remove.mutate({ id: record.id })),
      children: (
        <>
          {isAccompanied && (
            <p className="timeline-sub">
              {t('people.with')}{' '}
              <PeopleNames
                people={record.people}
                unidentifiedCount={record.unidentifiedCount}
                except={personId}
              />
            </p>
          )}
          {record.note !== '' && <p className="own-words">{record.note}</p>}
          {record.noteSealed && <SealedNote command="contacts.openNote" id={record.id} />}
          {record.aidGiven.length > 0 && (
            <p className="timeline-sub">
              {record.aidGiven
                .map(({ item, quantity }) =>
                  t('people.aid', { quantity, label: inSentence(lists.label('aidItem', item)) }),
                )
                .join(', ')}
            </p>
          )}
          {record.themes.length > 0 && (
            <p className="timeline-tags">
              {record.themes.map((theme) => (
                <Badge key={theme}>{lists.label('theme', theme)}</Badge>
              ))}
            </p>
          )}
        </>
      ),
    }
  }
}
