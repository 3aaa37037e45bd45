import { useState, type ReactNode } from 'react'
import { fieldsFrom } from '#core/caseload/fields'
import { followUpFields } from '#core/caseload/follow-up'
import { incidentFields } from '#core/caseload/incident'
import { referralFields } from '#core/caseload/referral'
import type { Output } from '#shared/contract'
import { monthOf } from '../../ui/dates.ts'
import type { TimelineGroup, TimelineItem } from '../../ui/timeline.tsx'
import { FollowUpDialog } from '../followups/follow-up-dialog.tsx'
import { IncidentDialog } from '../incidents/incident-dialog.tsx'
import { ContactDialog } from '../quick-note/quick-note-dialog.tsx'
import { ReferralDialog } from '../referrals/referral-dialog.tsx'
import { BondStageDialog } from './bond-stage-dialog.tsx'
import { useContactItem } from './contact-item.tsx'
import { useBondStageItem, useFollowUpItem, useIncidentItem, useReferralItem } from './record-items.tsx'

type Entry = Output<'people.read'>['timeline'][number]
export type EntryOf<T extends Entry['type']> = Extract<Entry, { type: T }>

/** The timeline of a person as groups of months, and the dialog of the record being corrected. */
export function useTimeline(
  personId: string,
  entries: readonly Entry[],
): { groups: TimelineGroup[]; dialog: ReactNode } {
  const [editing, setEditing] = useState<Entry | null>(null)
  const hasOneStage = entries.filter(({ type }) => type === 'bondStage').length === 1
  const itemOf = useItems(personId, hasOneStage, setEditing)
  const groups: TimelineGroup[] = []
  for (const entry of entries) {
    const month = entry.at.slice(0, 7)
    const item = itemOf(entry)
    const last = groups.at(-1)
    if (last?.key === month) groups[groups.length - 1] = { ...last, items: [...last.items, item] }
    else groups.push({ key: month, title: monthOf(entry.at), items: [item] })
  }
  return {
    groups,
    dialog: editing && <EditDialog personId={personId} entry={editing} onClose={() => setEditing(null)} />,
  }
}

type EditDialogProps = { personId: string; entry: Entry; onClose: () => void }

function EditDialog({ personId, entry, onClose }: EditDialogProps) {
  switch (entry.type) {
    case 'contact':
      return <ContactDialog contact={entry.record} onClose={onClose} />
    case 'referral':
      return (
        <ReferralDialog
          id={entry.record.id}
          start={fieldsFrom(referralFields, entry.record)}
          onClose={onClose}
        />
      )
    case 'followUp':
      return (
        <FollowUpDialog
          before={entry.record}
          start={fieldsFrom(followUpFields, entry.record)}
          onClose={onClose}
        />
      )
    case 'incident':
      return (
        <IncidentDialog
          id={entry.record.id}
          start={fieldsFrom(incidentFields, entry.record)}
          onClose={onClose}
        />
      )
    case 'bondStage':
      return (
        <BondStageDialog
          personId={personId}
          stage={entry.record.stage}
          replaces={entry.at}
          onClose={onClose}
        />
      )
  }
}

function useItems(
  personId: string,
  hasOneStage: boolean,
  edit: (entry: Entry) => void,
): (entry: Entry) => TimelineItem {
  const contact = useContactItem(personId)
  const referral = useReferralItem()
  const followUp = useFollowUpItem()
  const incident = useIncidentItem()
  const bondStage = useBondStageItem(personId)

  return (entry) => {
    const editThis = () => edit(entry)
    switch (entry.type) {
      case 'contact':
        return contact(entry, editThis)
      case 'referral':
        return referral(entry, editThis)
      case 'followUp':
        return followUp(entry, editThis)
      case 'incident':
        return incident(entry, editThis)
      case 'bondStage':
        return bondStage(entry, editThis, hasOneStage)
    }
  }
}
