import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function ContactsScreen() {
  const { t } = useTranslation()
  return <Page title={t('shell.contacts')}>{null}</Page>
}
