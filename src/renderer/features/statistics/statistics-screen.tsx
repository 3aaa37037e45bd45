import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../queries.ts'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { CatalogueEditor } from './catalogue-editor.tsx'
import { Explore } from './explore.tsx'
import { Ledger } from './ledger.tsx'
import { Publish } from './publish.tsx'
import './statistics.css'

/** Exact figures stay inside; what leaves goes through the three steps of publishing, and into the ledger. */
export function StatisticsScreen() {
  const { t } = useTranslation()
  const [tab, setTab] = useState('explore')
  const releases = useRead('releases.list', undefined).data
  return (
    <Page title={t('shell.statistics')}>
      <Tabs
        label={t('statistics.tabs')}
        selected={tab}
        onSelect={setTab}
        items={[
          { key: 'explore', label: t('statistics.explore'), content: <Explore /> },
          {
            key: 'publish',
            label: t('statistics.publish'),
            content: releases && <Publish releases={releases} onLedger={() => setTab('ledger')} />,
          },
          {
            key: 'ledger',
            label: t('statistics.ledger'),
            ...(releases && { count: releases.ledger.length }),
            content: releases && <Ledger releases={releases} />,
          },
          { key: 'catalogue', label: t('statistics.catalogue.tab'), content: <CatalogueEditor /> },
        ]}
      />
    </Page>
  )
}
