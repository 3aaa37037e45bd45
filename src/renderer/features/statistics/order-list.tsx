import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { reportText } from '#core/statistics/text/fr/report'
import type { CatalogueView } from '#shared/contract/statistics'
import { IconButton } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { orderKey } from './orders.ts'

type OrderPickerProps = { catalogue: CatalogueView; shown: string; onShow: (key: string) => void }

/** Which order is looked at. A group of one theme has no order to choose. */
export function OrderPicker({ catalogue: { orders }, shown, onShow }: OrderPickerProps) {
  const { t } = useTranslation()
  const groups = orders.find(({ attribute }) => attribute === 'themeGroup')?.entries ?? []
  return (
    <div className="order-picker">
      <Select
        label={t('statistics.catalogue.attribute')}
        value={shown}
        onChange={onShow}
        options={orders
          .filter(({ entries }) => entries.length > 2)
          .map((order) => ({
            key: orderKey(order),
            label:
              order.within === null
                ? reportText.titles[order.attribute]
                : t('statistics.catalogue.within', {
                    group: groups.find(({ code }) => code === order.within)?.label ?? '',
                  }),
          }))}
      />
    </div>
  )
}

type OrderListProps = {
  entries: readonly { code: string; label: string }[]
  /** Left out, the order is only read. */
  onMove?: (code: string, step: -1 | 1) => void
}

/** Codes from the frequent to the rare. The last one is residual, and moves for nobody. */
export function OrderList({ entries, onMove }: OrderListProps) {
  const { t } = useTranslation()
  return (
    <ol className="order-list">
      {entries.map(({ code, label }, index) => {
        const isResidual = index === entries.length - 1
        return (
          <li key={code} data-residual={isResidual || undefined}>
            <span className="order-rank">{index + 1}</span>
            <span className="grow">
              {label}
              {isResidual && <span className="small muted"> · {t('statistics.catalogue.residual')}</span>}
            </span>
            {onMove && !isResidual && (
              <>
                <IconButton
                  label={t('statistics.catalogue.up', { label })}
                  icon={<ArrowUp size={16} aria-hidden />}
                  isDisabled={index === 0}
                  onPress={() => onMove(code, -1)}
                />
                <IconButton
                  label={t('statistics.catalogue.down', { label })}
                  icon={<ArrowDown size={16} aria-hidden />}
                  isDisabled={index >= entries.length - 2}
                  onPress={() => onMove(code, 1)}
                />
              </>
            )}
          </li>
        )
      })}
    </ol>
  )
}
