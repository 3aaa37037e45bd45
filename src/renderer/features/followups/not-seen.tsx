import { CalendarPlus, MessageCirclePlus, Sprout } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inSentence, useLists } from '../../lists.tsx'
import { useLongList, type RowOf } from '../../long-lists.ts'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { nearDay, shortDay, todayHere } from '../../ui/dates.ts'
import { WindowedList } from '../../ui/long-list.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PeopleNames } from '../people/people-names.tsx'
import type { Named } from '../people/people-picker.tsx'
import { QuickNoteDialog } from '../quick-note/quick-note-dialog.tsx'
import { blankFollowUp, FollowUpDialog } from './follow-up-dialog.tsx'
import { weeksSince } from './weeks-since.ts'

type Row = RowOf<'people.notSeen'>
type Writing = { what: 'note' | 'followUp'; person: Named }

/** The Monday view: who has not been seen for some weeks, the longest first, and two ways to do something about it. */
export function NotSeen() {
  const { t } = useTranslation()
  const usual = useRead('settings.read', undefined).data?.notSeenWeeks
  const [chosen, setChosen] = useState<number | null>(null)
  const [writing, setWriting] = useState<Writing | null>(null)
  const weeks = chosen ?? usual
  const people = useLongList('people.notSeen', weeks === undefined ? {} : { weeks })
  const close = () => setWriting(null)
  if (people.total === undefined || weeks === undefined) return null
  return (
    <div className="agenda">
      <div className="not-seen-head">
        <NumberField
          label={t('followUps.weeks')}
          value={weeks}
          min={1}
          max={104}
          onChange={setChosen}
          description={t('followUps.weeksNote')}
        />
      </div>
      {people.total === 0 ? (
        <EmptyState icon={Sprout} title={t('followUps.allSeenTitle', { count: weeks })}>
          {t('followUps.allSeenText')}
        </EmptyState>
      ) : (
        <WindowedList list={people} label={t('followUps.notSeen')} rowHeight={68} className="lines">
          {(row) => <NotSeenLine row={row} onWrite={setWriting} />}
        </WindowedList>
      )}
      {writing?.what === 'note' && <QuickNoteDialog isOpen onClose={close} person={writing.person} />}
      {writing?.what === 'followUp' && (
        <FollowUpDialog start={{ ...blankFollowUp(), personId: writing.person.id }} onClose={close} />
      )}
    </div>
  )
}

type NotSeenLineProps = { row: Row; onWrite: (writing: Writing) => void }

const NotSeenLine = memo(function NotSeenLine({ row, onWrite }: NotSeenLineProps) {
  const { t } = useTranslation()
  const lists = useLists()
  const { id, aliases, lastContactAt, bondStage, nextFollowUpOn } = row
  const person = { id, alias: aliases[0] ?? '' }
  const followUpSaid = (day: string) =>
    day < todayHere() ? t('followUps.oneLate') : t('followUps.nextOn', { day: nearDay(day) })
  return (
    <div className="not-seen">
      <div className="grow">
        <p className="follow-up-title">
          <PeopleNames people={[person]} />
        </p>
        <p className="small quiet">
          {[
            lastContactAt === null
              ? t('followUps.neverSeen')
              : t('followUps.seenAgo', { count: weeksSince(lastContactAt), day: shortDay(lastContactAt) }),
            inSentence(lists.label('bondStage', bondStage)),
            ...(nextFollowUpOn === null ? [] : [followUpSaid(nextFollowUpOn)]),
          ].join(' · ')}
        </p>
      </div>
      <span className="row">
        <Button
          icon={<MessageCirclePlus size={16} aria-hidden />}
          aria-label={t('followUps.noteAbout', { alias: person.alias })}
          onPress={() => onWrite({ what: 'note', person })}
        >
          {t('shell.quickNote')}
        </Button>
        <Button
          icon={<CalendarPlus size={16} aria-hidden />}
          aria-label={t('followUps.followUpFor', { alias: person.alias })}
          onPress={() => onWrite({ what: 'followUp', person })}
        >
          {t('people.newFollowUp')}
        </Button>
      </span>
    </div>
  )
})
