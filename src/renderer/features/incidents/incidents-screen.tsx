import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function IncidentsScreen() {
  const { t } = useTranslation()
  return <Page title={t('shell.incidents')}>{null}</Page>
}
