import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function StatisticsScreen() {
  const { t } = useTranslation()
  return <Page title={t('shell.statistics')}>{null}</Page>
}
