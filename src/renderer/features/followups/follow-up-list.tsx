import type { LongList } from '../../long-lists.ts'
import { WindowedList } from '../../ui/long-list.tsx'
import type { FollowUpRow } from './agenda.ts'
import { FollowUpLine, type FollowUpActs } from './follow-up-line.tsx'

type FollowUpListProps = { followUps: LongList<FollowUpRow>; label: string; acts: FollowUpActs }

export function FollowUpList({ followUps, label, acts }: FollowUpListProps) {
  return (
    <WindowedList list={followUps} label={label} rowHeight={73} className="lines">
      {(row) => <FollowUpLine row={row} acts={acts} />}
    </WindowedList>
  )
}
