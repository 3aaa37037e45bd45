import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useLists } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { IconButton } from '../../ui/button.tsx'
import { ActionMenu, editAction, removeAction } from '../../ui/menu.tsx'
import { Name } from '../../ui/name.tsx'
import { Section } from '../../ui/page.tsx'
import { TieDialog } from './tie-dialog.tsx'

export type TieRow = Output<'people.read'>['ties'][number]

/** « Autour »: who this person is tied to, each name opening its file. */
export function TiesSection({ personId, ties }: { personId: string; ties: readonly TieRow[] }) {
  const { t } = useTranslation()
  const lists = useLists()
  const [editing, setEditing] = useState<TieRow | 'new' | null>(null)
  const remove = useAct('ties.remove', { done: 'ties.removed' })
  return (
    <Section
      title={t('ties.title')}
      actions={
        <IconButton
          command="ties.save"
          label={t('ties.newTie')}
          icon={<Plus size={17} aria-hidden />}
          onPress={() => setEditing('new')}
        />
      }
    >
      {ties.length === 0 && <p className="empty-line">{t('ties.none')}</p>}
      <ul className="lines">
        {ties.map((tie) => (
          <li key={tie.id} className="tie-line">
            <div className="grow">
              <p>
                <Link
                  to="/people/$personId"
                  params={{ personId: tie.otherId }}
                  className="plain-link tie-who"
                >
                  <Name>{tie.alias}</Name>
                </Link>{' '}
                <span className="small quiet">{lists.label('tieKind', tie.kind)}</span>
              </p>
              {tie.note !== '' && <p className="small quiet">{tie.note}</p>}
            </div>
            <ActionMenu
              label={t('ties.actions', { alias: tie.alias })}
              actions={[
                editAction('ties.save', () => setEditing(tie)),
                removeAction('ties.remove', () => remove.mutate({ id: tie.id })),
              ]}
            />
          </li>
        ))}
      </ul>
      {editing !== null && (
        <TieDialog
          personId={personId}
          {...(editing !== 'new' && { tie: editing })}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}
