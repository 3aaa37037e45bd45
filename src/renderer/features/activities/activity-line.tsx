import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandName } from '#shared/contract'
import { clock, nearDay, nearMoment } from '../../ui/dates.ts'
import { LineOpener } from '../../ui/line.tsx'
import { ActionMenu, editAction, removeAction } from '../../ui/menu.tsx'

type ActivityLineProps = {
  at: string
  title: string
  /** Under the title, quieter. */
  facts: readonly string[]
  note: string
  /** At the right: a headcount, a pulse. */
  aside: ReactNode
  /** What saving it calls. */
  command: CommandName
  onOpen: () => void
  onRemove: () => void
}

/** Something done with a group, in two or three lines; the whole of it opens. */
export function ActivityLine({
  at,
  title,
  facts,
  note,
  aside,
  command,
  onOpen,
  onRemove,
}: ActivityLineProps) {
  const { t } = useTranslation()
  const named = { what: title, when: nearMoment(at) }
  return (
    <div className="line activity-line">
      <span className="line-when">
        <span>{nearDay(at)}</span> <span>{clock(at)}</span>
      </span>
      <div className="activity-what">
        <LineOpener label={t('activities.open', named)} onOpen={onOpen}>
          {title}
        </LineOpener>
        <p className="small quiet">{facts.filter(Boolean).join(' · ')}</p>
        {note.trim() !== '' && <p className="own-words">{note.trim()}</p>}
      </div>
      <span className="activity-aside">{aside}</span>
      <ActionMenu
        label={t('activities.actions', named)}
        actions={[editAction(command, onOpen), removeAction(command, onRemove)]}
      />
    </div>
  )
}
