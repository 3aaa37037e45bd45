import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Opened } from '#shared/contract/vault'
import { OpenedContext } from './features/shell/opened.ts'
import { UnlockScreen } from './features/unlock/unlock-screen.tsx'
import { queryClient, whenLocked } from './queries.ts'
import { makeRouter } from './router.tsx'
import { Toasts } from './ui/toast.tsx'

/** The lock screen until a vault is open, then the notebook. Locking reloads this window: nothing to clean by hand. */
export function App() {
  const [session, setSession] = useState<{ opened: Opened; router: ReturnType<typeof makeRouter> } | null>(
    null,
  )
  useEffect(
    () =>
      whenLocked(() => {
        queryClient.clear()
        setSession(null)
      }),
    [],
  )

  return (
    <I18nProvider locale="fr-CA">
      <QueryClientProvider client={queryClient}>
        {session === null ? (
          <UnlockScreen onOpened={(opened) => setSession({ opened, router: makeRouter() })} />
        ) : (
          <OpenedContext value={session.opened}>
            <RouterProvider router={session.router} />
          </OpenedContext>
        )}
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  )
}
