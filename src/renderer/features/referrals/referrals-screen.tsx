import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function ReferralsScreen() {
  const { t } = useTranslation()
  return <Page title={t('shell.referrals')}>{null}</Page>
}
