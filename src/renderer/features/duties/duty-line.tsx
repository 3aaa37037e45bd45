import type { ReactNode } from 'react'
import { nearDay } from '../../ui/dates.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { LineOpener } from '../../ui/line.tsx'
import { ActionMenu, type Action } from '../../ui/menu.tsx'
import { Name } from '../../ui/name.tsx'
import { PeopleNames } from '../people/people-names.tsx'

type DutyLineProps = {
  on: string
  /** What the line is called, for who does not see it. */
  label: string
  title: string
  /** Whom it is about; absent on the person's own file, or when nobody known is. */
  who?: { id: string; alias: string } | null
  /** Who asked: a name of somebody too. */
  requester?: string
  facts: readonly string[]
  note?: ReactNode
  state: { text: string; tone: Tone }
  onOpen: () => void
  menu: { label: string; actions: readonly Action[] }
}

/** An entry of a register in two or three lines; the whole of it opens. */
export function DutyLine({
  on,
  label,
  title,
  who,
  requester = '',
  facts,
  note,
  state,
  onOpen,
  menu,
}: DutyLineProps) {
  return (
    <li className="line duty-line">
      <span className="line-when">{nearDay(on)}</span>
      <div className="duty-what">
        <LineOpener label={label} onOpen={onOpen}>
          {title}
        </LineOpener>
        {who && (
          <p className="line-who">
            <PeopleNames people={[who]} />
          </p>
        )}
        {(requester !== '' || facts.length > 0) && (
          <p className="small quiet">
            {requester !== '' && (
              <>
                <Name>{requester}</Name>
                {' · '}
              </>
            )}
            {facts.filter(Boolean).join(' · ')}
          </p>
        )}
        {note}
      </div>
      <Badge tone={state.tone}>{state.text}</Badge>
      <ActionMenu {...menu} />
    </li>
  )
}
