import { ArrowDown, ArrowUp, CalendarX, Pencil, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { neededCodes, type ListValue } from '#core/caseload/lists'
import { useLists } from '../../lists.tsx'
import { useAct } from '../../queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { shortDay, todayHere } from '../../ui/dates.ts'
import { ActionMenu, type Action } from '../../ui/menu.tsx'
import { formerLabels } from './values.ts'

type ValueLineProps = {
  value: ListValue
  isFirst: boolean
  isLast: boolean
  onMove: (places: -1 | 1) => void
  onRename: () => void
  onRetire: () => void
}

/** A value: its labels, its code, since when and until when it may be chosen, what it was called before. */
export function ValueLine({ value, isFirst, isLast, onMove, onRename, onRetire }: ValueLineProps) {
  const { t } = useTranslation()
  const { label, code } = value
  return (
    <li className="value-line" data-retired={isRetired(value) || undefined}>
      <span className="value-order">
        <IconButton
          label={t('settings.moveUp', { label: label.fr })}
          icon={<ArrowUp size={16} aria-hidden />}
          isDisabled={isFirst}
          onPress={() => onMove(-1)}
        />
        <IconButton
          label={t('settings.moveDown', { label: label.fr })}
          icon={<ArrowDown size={16} aria-hidden />}
          isDisabled={isLast}
          onPress={() => onMove(1)}
        />
      </span>
      <div className="grow">
        <p>
          <span className="value-label">{label.fr}</span> <Validity value={value} />
        </p>
        <p className="value-about small quiet">
          <span lang="en">{label.en}</span> <code className="value-code">{code}</code> <Group value={value} />
        </p>
        {formerLabels(value, 'fr').map(({ label, until }) => (
          <p key={until} className="small quiet">
            {t('settings.formerly', { label, day: shortDay(until) })}
          </p>
        ))}
      </div>
      <ValueMenu value={value} onRename={onRename} onRetire={onRetire} />
    </li>
  )
}

const isRetired = ({ validTo }: ListValue) => validTo !== null && validTo < todayHere()

function Validity({ value: { validFrom, validTo } }: { value: ListValue }) {
  const { t } = useTranslation()
  return (
    <>
      {validFrom > todayHere() && (
        <Badge tone="information">{t('settings.since', { day: shortDay(validFrom) })}</Badge>
      )}{' '}
      {validTo !== null && <Badge>{t('settings.until', { day: shortDay(validTo) })}</Badge>}
    </>
  )
}

function Group({ value: { group } }: { value: ListValue }) {
  const lists = useLists()
  return group === null ? null : <span>{lists.label('themeGroup', group)}</span>
}

function ValueMenu({ value, onRename, onRetire }: Pick<ValueLineProps, 'value' | 'onRename' | 'onRetire'>) {
  const { t } = useTranslation()
  const { list, code, label, validTo } = value
  const restore = useAct('lists.retire', { done: 'settings.valueRestored' })
  const isNeeded = neededCodes[list]?.includes(code) ?? false
  const rename: Action = {
    key: 'rename',
    label: t('settings.rename'),
    icon: <Pencil size={16} aria-hidden />,
    onAction: onRename,
  }
  const retire: Action = {
    key: 'retire',
    label: t('settings.retire'),
    icon: <CalendarX size={16} aria-hidden />,
    onAction: onRetire,
  }
  const takeBack: Action = {
    key: 'restore',
    label: t('settings.restore'),
    icon: <RotateCcw size={16} aria-hidden />,
    onAction: () => restore.mutate({ list, code, on: null }),
  }
  return (
    <ActionMenu
      label={t('settings.valueActions', { label: label.fr })}
      actions={[
        rename,
        ...(isNeeded || validTo !== null ? [] : [retire]),
        ...(validTo === null ? [] : [takeBack]),
      ]}
    />
  )
}
