import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number, periodName } from '#core/statistics/text/fr/format'
import type { Input, Output } from '#shared/contract'
import type { CatalogueView, PublicOrder } from '#shared/contract/statistics'
import { failureOf } from '../../client.ts'
import { useAct } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Columns } from '../../ui/page.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import type { Proposal } from './catalogue-editor.tsx'
import { OrderList, OrderPicker } from './order-list.tsx'
import { moved, orderKey } from './orders.ts'

type Draft = Input<'catalogue.adopt'>
type Simulated = Output<'catalogue.simulate'>['sizes']
/** The two presets of k. */
const thresholds = { 5: 'five', 11: 'eleven' } as const

/** The order proposed, moved as the organization likes, tried on invented caseloads, then fixed. */
export function CatalogueDraft({ catalogue, proposal }: { catalogue: CatalogueView; proposal: Proposal }) {
  const { t } = useTranslation()
  const { year } = catalogue
  const [orders, setOrders] = useState<readonly PublicOrder[]>(proposal.orders)
  const [k, setK] = useState<Draft['k']>(proposal.k === 11 ? 11 : 5)
  const [shown, setShown] = useState('kind')
  const draft: Draft = { year, k, orders: [...orders] }
  const move = (code: string, step: -1 | 1) =>
    setOrders(orders.map((order) => (orderKey(order) === shown ? moved(order, code, step) : order)))
  return (
    <Columns side={<DraftSide draft={draft} onRestore={() => setOrders(proposal.orders)} />}>
      <p className="small muted">
        {proposal.basis === null
          ? t('statistics.catalogue.noBasis')
          : t('statistics.catalogue.basis', { period: periodName(proposal.basis).toLowerCase() })}
      </p>
      <RadioGroup
        label={t('statistics.catalogue.threshold')}
        value={String(k)}
        onChange={(value) => setK(value === '11' ? 11 : 5)}
        choices={Object.entries(thresholds).map(([key, name]) => ({
          key,
          content: t(`statistics.catalogue.thresholds.${name}`),
        }))}
      />
      <OrderPicker catalogue={catalogue} shown={shown} onShow={setShown} />
      <OrderList entries={entriesIn(catalogue, orders, shown)} onMove={move} />
    </Columns>
  )
}

/** The codes of the order looked at, as the draft orders them, with the words of the catalogue. */
function entriesIn({ orders: known }: CatalogueView, orders: readonly PublicOrder[], shown: string) {
  const entries = known.find((order) => orderKey(order) === shown)?.entries ?? []
  const codes = orders.find((order) => orderKey(order) === shown)?.codes ?? []
  return codes.flatMap((code) => entries.filter((entry) => entry.code === code))
}

function DraftSide({ draft, onRestore }: { draft: Draft; onRestore: () => void }) {
  const { t } = useTranslation()
  const { year } = draft
  const [isAsking, setIsAsking] = useState(false)
  const simulate = useAct('catalogue.simulate', { quiet: true })
  const adopt = useAct('catalogue.adopt', { quiet: true })
  const failure = simulate.error ?? adopt.error
  return (
    <>
      <section className="card stack">
        <h2 className="card-title">{t('statistics.catalogue.simulation')}</h2>
        <p className="small quiet">{t('statistics.catalogue.simulationNote')}</p>
        {simulate.data && <SimulationTable sizes={simulate.data.sizes} />}
        <div className="row">
          <Button onPress={() => simulate.mutate(draft)} isPending={simulate.isPending}>
            {t('statistics.catalogue.simulate')}
          </Button>
        </div>
      </section>
      {failure && <FailureNotice failure={failureOf(failure)} />}
      <div className="row">
        <Button onPress={onRestore}>{t('statistics.catalogue.restore')}</Button>
        <Button variant="primary" onPress={() => setIsAsking(true)}>
          {t('statistics.catalogue.adopt', { year })}
        </Button>
      </div>
      <Dialog
        title={t('statistics.catalogue.adoptTitle', { year })}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        size="small"
        footer={
          <>
            <Button onPress={() => setIsAsking(false)}>{t('form.cancel')}</Button>
            <Button
              variant="primary"
              isPending={adopt.isPending}
              onPress={() => adopt.mutate(draft, { onSettled: () => setIsAsking(false) })}
            >
              {t('statistics.catalogue.adopt', { year })}
            </Button>
          </>
        }
      >
        <p>{t('statistics.catalogue.adoptText', { year })}</p>
      </Dialog>
    </>
  )
}

function SimulationTable({ sizes }: { sizes: Simulated }) {
  const { t } = useTranslation()
  return (
    <table className="plain-table" aria-label={t('statistics.catalogue.simulation')}>
      <thead>
        <tr>
          <th scope="col">{t('statistics.catalogue.persons')}</th>
          <th scope="col" className="number">
            {t('statistics.catalogue.contacts')}
          </th>
          <th scope="col" className="number">
            {t('statistics.catalogue.alone')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sizes.map(({ persons, contacts, alone, codes }) => (
          <tr key={persons}>
            <th scope="row">{number(persons)}</th>
            <td className="number">{number(contacts)}</td>
            <td className="number">
              {t('statistics.catalogue.aloneOf', {
                alone: number(Math.round(alone)),
                codes: number(Math.round(codes)),
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
