import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportKind } from '#core/import/mapping'
import { Name } from '../../ui/name.tsx'
import { Section } from '../../ui/page.tsx'
import type { Preview } from './use-import.ts'

type DryRunProps = { kind: ImportKind; preview: Preview; action: ReactNode }

/** What would become of the rows, and why some would be left out. */
export function DryRun({ kind, preview: { counts, issues, mapping }, action }: DryRunProps) {
  const { t } = useTranslation()
  // what no column says, its own field tells above: once, not on every row
  const ofRows = issues.filter(({ field }) => mapping.fields[field])
  const figures = [
    { key: 'added', count: counts.added },
    { key: 'present', count: counts.present },
    { key: 'refused', count: counts.refused },
    ...(kind === 'contacts' ? [{ key: 'newPeople', count: counts.newPeople } as const] : []),
  ] as const
  return (
    <Section title={t('importing.outcome')}>
      <div className="import-outcome">
        <dl className="import-figures" aria-live="polite">
          {figures.map(({ key, count }) => (
            <div key={key} data-none={count === 0 || undefined}>
              <dt>{t(`importing.${key}`)}</dt>
              <dd>{t('importing.figure', { count })}</dd>
            </div>
          ))}
        </dl>
        {action}
      </div>
      {counts.added === 0 && counts.refused === 0 && (
        <p className="quiet">{t('importing.nothingToAddText')}</p>
      )}
      {ofRows.length > 0 && <Issues issues={ofRows} refused={counts.refused} />}
    </Section>
  )
}

function Issues({ issues, refused }: { issues: Preview['issues']; refused: number }) {
  const { t } = useTranslation()
  const lines = new Set(issues.map(({ line }) => line)).size
  return (
    <>
      <table className="plain-table import-issues">
        <caption>{t('importing.issues')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('importing.line')}</th>
            <th scope="col">{t('importing.field')}</th>
            <th scope="col">{t('importing.said')}</th>
            <th scope="col">{t('importing.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={`${issue.line} ${issue.field} ${issue.reason} ${issue.value}`}>
              <td>{issue.line}</td>
              <td>{t(`importing.fields.${issue.field}`)}</td>
              <td className="import-value">{issue.value !== '' && <Name>{issue.value}</Name>}</td>
              <td>
                {t(`importing.reasons.${issue.reason}`)}
                {issue.suggestion !== null && (
                  <span className="quiet"> {t('importing.maybe', { label: issue.suggestion })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines < refused && (
        <p className="quiet small">{t('importing.issuesShort', { count: issues.length })}</p>
      )}
    </>
  )
}
