import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, startTransition, Suspense, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Opened } from '#shared/contract/vault'
import { UnlockScreen } from './features/unlock/unlock-screen.tsx'
import { queryClient, whenLocked } from './queries.ts'
import { Toasts } from './ui/toast.tsx'

const loadNotebook = () => import('./notebook.tsx')
const Notebook = lazy(async () => ({ default: (await loadNotebook()).Notebook }))

/** The lock screen until a vault is open, then the notebook. Locking reloads this window: nothing to clean by hand. */
export function App() {
  const { i18n } = useTranslation()
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(
    () =>
      whenLocked(() => {
        queryClient.clear()
        setOpened(null)
      }),
    [],
  )
  useEffect(() => {
    // while a passphrase is being typed
    const idle = requestIdleCallback(() => void loadNotebook())
    return () => cancelIdleCallback(idle)
  }, [])

  return (
    <I18nProvider locale={i18n.language}>
      <QueryClientProvider client={queryClient}>
        <Suspense>
          {opened === null ? (
            <UnlockScreen onOpened={(next) => startTransition(() => setOpened(next))} />
          ) : (
            <Notebook opened={opened} />
          )}
        </Suspense>
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  )
}
