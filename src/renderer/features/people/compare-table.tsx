import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useLists } from '../../lists.tsx'
import { duration, nearDay } from '../../ui/dates.ts'
import { Name } from '../../ui/name.tsx'

type Person = Output<'people.read'>['person']
type Line = { label: string; of: (person: Person) => ReactNode }

/** Two files side by side, a line for each thing known of one of them. */
export function CompareTable({ files }: { files: readonly [Person, Person] }) {
  const { t } = useTranslation()
  const lines = useLines().filter(({ of }) => files.some((person) => Boolean(of(person))))
  return (
    // wide for a narrow window: it then scrolls sideways, by the keyboard too
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="compare" role="region" aria-label={t('duplicates.fact')} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('duplicates.fact')}</th>
            {files.map(({ id, aliases }) => (
              <th key={id} scope="col">
                <Name>{aliases[0] ?? ''}</Name>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {files.map((person) => (
                <td key={person.id}>{of(person) || <span className="muted">–</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useLines(): Line[] {
  const { t } = useTranslation()
  const lists = useLists()
  const known = (list: 'ageBand' | 'gender', code: string) => code !== 'unknown' && lists.label(list, code)
  return [
    { label: t('people.aliases'), of: ({ aliases }) => <Name>{aliases.join(', ')}</Name> },
    { label: t('people.bondStage'), of: ({ bondStage }) => lists.label('bondStage', bondStage) },
    {
      label: t('people.seen'),
      of: ({ contactCount, contactMinutes }) =>
        contactCount > 0 &&
        t('people.seenTimes', { count: contactCount, duration: duration(contactMinutes) }),
    },
    {
      label: t('duplicates.lastSeen'),
      of: ({ lastContactAt }) => lastContactAt !== null && nearDay(lastContactAt),
    },
    { label: t('people.age'), of: ({ ageBand }) => known('ageBand', ageBand) },
    { label: t('people.gender'), of: ({ gender }) => known('gender', gender) },
    { label: t('people.populations'), of: ({ populations }) => lists.labels('population', populations) },
    {
      label: t('people.languages'),
      of: ({ languages }) => languages.map((code) => lists.label('language', code) || code).join(', '),
    },
    { label: t('people.howMet'), of: ({ howMet }) => howMet },
    { label: t('people.strengths'), of: ({ strengths }) => strengths },
    {
      label: t('people.safety'),
      of: ({ safetyNote, safetyNoteSealed }) => (safetyNoteSealed ? t('sealed.title') : safetyNote),
    },
  ]
}
