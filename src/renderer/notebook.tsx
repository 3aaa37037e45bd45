import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '#shared/contract/vault'
import { OpenedContext } from './features/shell/opened.ts'
import { RoleContext } from './role.ts'
import { makeRouter } from './router.tsx'

/** Everything but the lock screen, which is read without it. */
export function Notebook({ opened }: { opened: Opened }) {
  const { i18n } = useTranslation()
  const [router] = useState(makeRouter)
  return (
    <OpenedContext value={opened}>
      <RoleContext value={opened.role}>
        {/* a change of language draws the screens anew */}
        <RouterProvider key={i18n.language} router={router} />
      </RoleContext>
    </OpenedContext>
  )
}
