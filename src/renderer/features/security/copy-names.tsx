import { useTranslation } from 'react-i18next'
import type { Backup } from '#shared/contract/security'
import { nearDay } from '../../ui/dates.ts'

/** Copies by their names, where they were left and when; nothing when there is none. */
export function CopyNames({ title, copies }: { title: string; copies: readonly Backup[] }) {
  const { t } = useTranslation()
  if (copies.length === 0) return null
  return (
    <div>
      <p className="small strong">{title}</p>
      <ul className="copy-names">
        {copies.map(({ id, name, folder, madeAt }) => (
          <li key={id}>{t('security.copyName', { name, folder, day: nearDay(madeAt) })}</li>
        ))}
      </ul>
    </div>
  )
}
