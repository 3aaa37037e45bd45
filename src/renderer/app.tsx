import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Opened } from '#shared/contract/vault'
import { OpenedContext } from './features/shell/opened.ts'
import { UnlockScreen } from './features/unlock/unlock-screen.tsx'
import { queryClient, whenLocked } from './queries.ts'
import { RoleContext } from './role.ts'
import { makeRouter } from './router.tsx'
import { Toasts } from './ui/toast.tsx'

/** The lock screen until a vault is open, then the notebook. Locking reloads this window: nothing to clean by hand. */
export function App() {
  const { i18n } = useTranslation()
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
    <I18nProvider locale={i18n.language}>
      <QueryClientProvider client={queryClient}>
        {session === null ? (
          <UnlockScreen onOpened={(opened) => setSession({ opened, router: makeRouter() })} />
        ) : (
          <OpenedContext value={session.opened}>
            <RoleContext value={session.opened.role}>
              {/* a change of language draws the screens anew */}
              <RouterProvider key={i18n.language} router={session.router} />
            </RoleContext>
          </OpenedContext>
        )}
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  )
}
