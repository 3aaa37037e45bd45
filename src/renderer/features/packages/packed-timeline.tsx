import type { PackedFile } from '#core/review/packages/content'
import { inSentence } from '../../lists.tsx'
import { t } from '../../text/i18n.ts'
import { Badge } from '../../ui/badge.tsx'
import { daysUntil, duration, glance, monthOf, nearDay } from '../../ui/dates.ts'
import type { TimelineGroup, TimelineItem } from '../../ui/timeline.tsx'

type Entry = PackedFile['entries'][number]

/** The entries of a packed file by month. Their labels came with them: this notebook's lists may be others. */
export function packedTimeline(entries: readonly Entry[]): TimelineGroup[] {
  const groups: TimelineGroup[] = []
  entries.forEach((entry, place) => {
    const month = entry.at.slice(0, 7)
    const item = { ...itemOf(entry), key: String(place) }
    const last = groups.at(-1)
    if (last?.key === month) groups[groups.length - 1] = { ...last, items: [...last.items, item] }
    else groups.push({ key: month, title: monthOf(entry.at), items: [item] })
  })
  return groups
}

const noteOf = (note: string) => (note.trim() === '' ? undefined : <p className="own-words">{note.trim()}</p>)

function itemOf(entry: Entry): Omit<TimelineItem, 'key'> {
  switch (entry.type) {
    case 'contact':
      return {
        marker: 'contact',
        isFilled: true,
        title: entry.kinds.join(', '),
        aside: (
          <>
            <span>
              {[
                glance(entry.at),
                duration(entry.minutes),
                inSentence(entry.place),
                ...entry.themes.map(inSentence),
              ].join(' · ')}
            </span>
            {entry.crisis !== null && (
              <Badge tone="warning">{t('people.crisis', { label: inSentence(entry.crisis) })}</Badge>
            )}
          </>
        ),
        children: entry.noteSealed ? (
          <p className="timeline-sub">{t('packages.sealedNote')}</p>
        ) : (
          noteOf(entry.note)
        ),
      }
    case 'incident':
      return {
        marker: 'incident',
        title: t('packages.incident'),
        aside: (
          <>
            <span>
              {[glance(entry.at), ...entry.kinds.map(inSentence), inSentence(entry.outcome)].join(' · ')}
            </span>
            <Badge tone={entry.intensity > 2 ? 'danger' : 'warning'}>
              {t('people.incidentIntensity', {
                intensity: entry.intensity,
                word: t(`people.intensity.${entry.intensity as 1 | 2 | 3 | 4}`),
              })}
            </Badge>
          </>
        ),
        children: noteOf(entry.note),
      }
    case 'referral':
      return {
        marker: 'referral',
        isFilled: entry.openDays === null,
        title: entry.resource,
        aside: (
          <>
            <Badge tone={entry.openDays === null ? 'plain' : 'information'}>{entry.state}</Badge>
            <span>
              {[
                nearDay(entry.at),
                inSentence(entry.theme),
                ...(entry.openDays === null ? [] : [t('packages.openFor', { days: entry.openDays })]),
              ].join(' · ')}
            </span>
          </>
        ),
        children: noteOf(entry.note),
      }
    case 'followUp': {
      const late = -daysUntil(entry.at)
      return {
        marker: 'followUp',
        isFilled: entry.doneAt !== null,
        title: entry.title,
        aside:
          entry.doneAt !== null ? (
            <Badge tone="ok">{t('people.done', { day: nearDay(entry.doneAt) })}</Badge>
          ) : (
            <Badge tone={late > 0 ? 'danger' : 'warning'}>
              {late > 0 ? t('time.lateDays', { days: late }) : t('people.due', { day: nearDay(entry.at) })}
            </Badge>
          ),
      }
    }
    case 'bondStage':
      return {
        marker: 'bondStage',
        title: (
          <span className="timeline-stage">{t('packages.stage', { stage: inSentence(entry.stage) })}</span>
        ),
        aside: nearDay(entry.at),
      }
  }
}
