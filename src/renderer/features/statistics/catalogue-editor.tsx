import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueView } from '#shared/contract/statistics'
import type { Output } from '#shared/contract'
import { failureOf } from '../../client.ts'
import { useRead } from '../../queries.ts'
import { todayHere } from '../../ui/dates.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { CatalogueDraft } from './catalogue-draft.tsx'
import { OrderList, OrderPicker } from './order-list.tsx'
import { orderKey } from './orders.ts'

export type Proposal = Output<'catalogue.propose'>

/** The public order of a year: chosen before its first release from the one before, then only read. */
export function CatalogueEditor() {
  const { t } = useTranslation()
  const thisYear = Number(todayHere().slice(0, 4))
  const [year, setYear] = useState(thisYear + 1)
  const catalogue = useRead('catalogue.read', { year })
  const proposal = useRead('catalogue.propose', { year })
  const failure = catalogue.error ?? proposal.error
  return (
    <div className="catalogue stack">
      <div className="explore-head">
        <Select
          label={t('statistics.catalogue.year')}
          value={String(year)}
          onChange={(key) => setYear(Number(key))}
          options={[thisYear, thisYear + 1].map((each) => ({ key: String(each), label: String(each) }))}
        />
      </div>
      <p className="publish-lead">{t('statistics.catalogue.lead')}</p>
      {failure && <FailureNotice failure={failureOf(failure)} />}
      {!failure &&
        catalogue.data?.year === year &&
        proposal.data &&
        (catalogue.data.fixed ? (
          <FixedCatalogue catalogue={catalogue.data} />
        ) : (
          <CatalogueDraft key={year} catalogue={catalogue.data} proposal={proposal.data} />
        ))}
    </div>
  )
}

/** Inside a year nothing moves: two orders would let two releases be compared. */
function FixedCatalogue({ catalogue }: { catalogue: CatalogueView }) {
  const { t } = useTranslation()
  const { year, orders } = catalogue
  const [shown, setShown] = useState('kind')
  const order = orders.find((each) => orderKey(each) === shown)
  return (
    <>
      <Notice title={t('statistics.catalogue.fixedTitle', { year })}>
        {t('statistics.catalogue.fixedText', { year })}
      </Notice>
      <OrderPicker catalogue={catalogue} shown={shown} onShow={setShown} />
      {order && <OrderList entries={order.entries} />}
    </>
  )
}
