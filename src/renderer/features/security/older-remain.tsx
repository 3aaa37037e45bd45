import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'

/** The keys are new, and files sealed with the old ones are still in the folder: the next opening tries again. */
export function OlderRemain() {
  const { t } = useTranslation()
  return (
    <Notice tone="warning" title={t('security.olderTitle')}>
      {t('security.olderText')}
    </Notice>
  )
}
