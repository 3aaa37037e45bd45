import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsFrom } from '#core/caseload/fields'
import { disclosureFields } from '#core/duties/disclosure'
import type { Output } from '#shared/contract'
import { useRead } from '../../queries.ts'
import { dayOf } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/page.tsx'
import { editAction } from '../../ui/menu.tsx'
import { DisclosureDialog } from './disclosure-dialog.tsx'
import { DutyLine } from './duty-line.tsx'

type DisclosureRow = Output<'disclosures.list'>[number]

/** What was told without consent, to whom, why. */
export function DisclosuresTab() {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<DisclosureRow | null>(null)
  const rows = useRead('disclosures.list', undefined).data
  if (rows === undefined) return null
  if (rows.length === 0)
    return (
      <EmptyState icon={Megaphone} title={t('duties.disclosuresEmpty')}>
        {t('duties.disclosuresEmptyText')}
      </EmptyState>
    )
  return (
    <>
      <ul className="lines duty-lines">
        {rows.map((row) => (
          <DisclosureLine key={row.id} row={row} onOpen={() => setEditing(row)} />
        ))}
      </ul>
      {editing !== null && (
        <DisclosureDialog
          id={editing.id}
          start={fieldsFrom(disclosureFields, editing)}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

function DisclosureLine({ row, onOpen }: { row: DisclosureRow; onOpen: () => void }) {
  const { t } = useTranslation()
  const { at, personId, alias, basis, recipient, information, closedOn } = row
  const named = { what: t(`duties.bases.${basis}`), alias: alias ?? recipient }
  return (
    <DutyLine
      on={dayOf(at)}
      label={t('duties.openEntry', named)}
      title={named.what}
      who={personId === null || alias === null ? null : { id: personId, alias }}
      facts={[recipient]}
      note={<p className="own-words">{information}</p>}
      state={
        closedOn === null
          ? { text: t('duties.toFollow'), tone: 'warning' }
          : { text: t('duties.closed'), tone: 'plain' }
      }
      onOpen={onOpen}
      menu={{
        label: t('duties.entryActions', named),
        actions: [editAction('disclosures.save', onOpen)],
      }}
    />
  )
}
