import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { actLabel, redo, undo } from '../history.ts'
import { toasts, type Said } from '../toasts.ts'
import './dialog.css'
import { Name } from './name.tsx'

/** Where what has just happened is said, at the foot of the window; F6 reaches it. */
export function Toasts() {
  const { t } = useTranslation()
  return (
    <ToastRegion queue={toasts} className="toasts" aria-label={t('form.notifications')}>
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="toast"
          data-failure={toast.content.type === 'failure' || undefined}
        >
          <ToastContent className="toast-text">
            <SaidText said={toast.content} />
          </ToastContent>
          <span className="toast-buttons">
            <SaidAction said={toast.content} close={() => toasts.close(toast.key)} />
            <Button slot="close" className="toast-close" aria-label={t('form.close')}>
              <X size={16} aria-hidden />
            </Button>
          </span>
        </AriaToast>
      )}
    </ToastRegion>
  )
}

function SaidText({ said }: { said: Said }): ReactNode {
  const { t } = useTranslation()
  if (said.type === 'failure')
    return (
      <>
        <Text slot="title" className="toast-title">
          {t(`failures.${said.failure}.what`)}
        </Text>
        <Text slot="description">
          {t(`failures.${said.failure}.next`)}{' '}
          <span className="small">({t('form.code', { code: said.failure })})</span>
        </Text>
      </>
    )
  if (said.type === 'reminder')
    return <Text slot="title">{t('followUps.reminder', { count: said.count })}</Text>
  if (said.type === 'done') return <Text slot="title">{t(said.text)}</Text>
  return (
    <Text slot="title">
      {t(`form.${said.type}`, { act: actLabel(said.command) })}
      {said.subject !== '' && (
        <>
          {' · '}
          <Name>{said.subject}</Name>
        </>
      )}
    </Text>
  )
}

function SaidAction({ said, close }: { said: Said; close: () => void }): ReactNode {
  const { t } = useTranslation()
  const then = (run: () => Promise<unknown>) => () => {
    close()
    void run()
  }
  switch (said.type) {
    case 'done':
      return said.undo === 0 ? null : (
        <Button className="toast-button" onPress={then(() => undo(said.undo))}>
          {t('form.undo')}
        </Button>
      )
    case 'undone':
      return (
        <Button className="toast-button" onPress={then(() => redo(said.acts))}>
          {t('form.redo')}
        </Button>
      )
    case 'redone':
      return (
        <Button className="toast-button" onPress={then(() => undo(said.acts))}>
          {t('form.undo')}
        </Button>
      )
    case 'failure':
    case 'reminder':
      return null
  }
}
