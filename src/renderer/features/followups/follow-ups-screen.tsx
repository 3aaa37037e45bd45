import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function FollowUpsScreen() {
  const { t } = useTranslation()
  return <Page title={t('shell.followUps')}>{null}</Page>
}
