import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listName, listNames, type ListName, type ListValue } from '#core/caseload/lists'
import { useAct, useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { RetireDialog } from './retire-dialog.tsx'
import { ValueDialog } from './value-dialog.tsx'
import { ValueLine } from './value-line.tsx'
import { moved } from './values.ts'

type Editing = { what: 'add' } | { what: 'rename' | 'retire'; value: ListValue }

/** One list at a time: its values in order, to add, rename, move and retire. */
export function ListEditor() {
  const { t } = useTranslation()
  const [list, setList] = useState<ListName>('place')
  const [editing, setEditing] = useState<Editing | null>(null)
  const reorder = useAct('lists.reorder', { done: 'settings.reordered' })
  const all = useRead('lists.all', undefined).data ?? []
  const values = all.filter((value) => value.list === list).sort((a, b) => a.position - b.position)
  const codes = values.map(({ code }) => code)
  const close = () => setEditing(null)
  return (
    <div className="list-editor">
      <p className="quiet">{t('settings.listsNote')}</p>
      <div className="list-choice">
        <Select
          label={t('settings.list')}
          value={list}
          onChange={(key) => setList(listName.parse(key))}
          options={listNames.map((key) => ({ key, label: t(`settings.listNames.${key}`) }))}
        />
        <Button icon={<Plus size={17} aria-hidden />} onPress={() => setEditing({ what: 'add' })}>
          {t('settings.addValue')}
        </Button>
      </div>
      <ol className="lines" aria-label={t(`settings.listNames.${list}`)}>
        {values.map((value, index) => (
          <ValueLine
            key={value.code}
            value={value}
            isFirst={index === 0}
            isLast={index === values.length - 1}
            onMove={(places) => reorder.mutate({ list, codes: moved(codes, value.code, places) })}
            onRename={() => setEditing({ what: 'rename', value })}
            onRetire={() => setEditing({ what: 'retire', value })}
          />
        ))}
      </ol>
      {editing?.what === 'retire' && <RetireDialog value={editing.value} onClose={close} />}
      {(editing?.what === 'add' || editing?.what === 'rename') && (
        <ValueDialog
          list={list}
          values={values}
          value={editing.what === 'rename' ? editing.value : undefined}
          onClose={close}
        />
      )}
    </div>
  )
}
