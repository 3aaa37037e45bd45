import type { ErrorComponentProps } from '@tanstack/react-router'
import { OctagonAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/page.tsx'

/** A bug in a screen: the rest of the window keeps working. Its message may quote the person, so it is not shown. */
export function ScreenFault({ reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={OctagonAlert}
      title={t('shell.bugTitle')}
      action={<Button onPress={reset}>{t('shell.bugReopen')}</Button>}
    >
      {t('shell.bugText')}
    </EmptyState>
  )
}
