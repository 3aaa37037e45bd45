import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandName } from '#shared/contract'
import { useMay } from '../role.ts'
import { Notice } from './notice.tsx'

type ReadOnlyProps = { command: CommandName; children: ReactNode }

/** A form as it is; for whom the engine would refuse to save it, the same fields to be read, with the reason. */
export function ReadOnly({ command, children }: ReadOnlyProps) {
  const { t } = useTranslation()
  if (useMay()(command)) return children
  return (
    <div className="stack">
      <Notice tone="information" title={t('roles.readOnlyTitle')}>
        {t('roles.readOnlyText')}
      </Notice>
      <fieldset disabled className="bare stack">
        {children}
      </fieldset>
    </div>
  )
}
