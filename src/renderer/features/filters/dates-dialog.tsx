import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field.tsx'
import { FormDialog } from '../../ui/dialog.tsx'

type DatesDialogProps = {
  from: string | null
  to: string | null
  onChoose: (from: string | null, to: string | null) => void
  onClose: () => void
}

/** Two days to keep between; either may be left open. */
export function DatesDialog({ onChoose, onClose, ...start }: DatesDialogProps) {
  const { t } = useTranslation()
  const [from, setFrom] = useState(start.from)
  const [to, setTo] = useState(start.to)
  const isReversed = from !== null && to !== null && to < from
  const choose = () => {
    if (isReversed) return
    if (from !== null || to !== null) onChoose(from, to)
    onClose()
  }
  return (
    <FormDialog
      title={t('filters.datesTitle')}
      isOpen
      size="small"
      onClose={onClose}
      onSubmit={choose}
      isSaving={false}
      submitLabel={t('filters.apply')}
    >
      <div className="columns-2">
        <DateField label={t('filters.datesFrom')} value={from} onChange={setFrom} />
        <DateField
          label={t('filters.datesTo')}
          value={to}
          onChange={setTo}
          error={isReversed ? t('failures.period-reversed.what') : undefined}
        />
      </div>
      <p className="field-note">{t('filters.datesNote')}</p>
    </FormDialog>
  )
}
