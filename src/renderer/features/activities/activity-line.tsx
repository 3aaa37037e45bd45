import { Pencil, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandName } from '#shared/contract'
import { clock, nearDay, nearMoment } from '../../ui/dates.ts'
import { ActionMenu } from '../../ui/menu.tsx'

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
    <div className="activity-line">
      <span className="activity-when">
        <span>{nearDay(at)}</span> <span>{clock(at)}</span>
      </span>
      <div className="activity-what">
        <button
          type="button"
          className="activity-open"
          aria-label={t('activities.open', named)}
          onClick={onOpen}
        >
          {title}
        </button>
        <p className="small quiet">{facts.filter(Boolean).join(' · ')}</p>
        {note.trim() !== '' && <p className="activity-note">{note.trim()}</p>}
      </div>
      <span className="activity-aside">{aside}</span>
      <ActionMenu
        label={t('activities.actions', named)}
        actions={[
          {
            key: 'edit',
            command,
            label: t('form.edit'),
            icon: <Pencil size={16} aria-hidden />,
            onAction: onOpen,
          },
          {
            key: 'remove',
            command,
            label: t('form.remove'),
            icon: <Trash2 size={16} aria-hidden />,
            isDanger: true,
            onAction: onRemove,
          },
        ]}
      />
    </div>
  )
}
