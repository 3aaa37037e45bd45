import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function ResourcesScreen() {
  const { t } = useTranslation()
  return <Page title={t('shell.resources')}>{null}</Page>
}
