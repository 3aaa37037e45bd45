import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { useAct } from '../../queries.ts'
import { nearDay } from '../../ui/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Name } from '../../ui/name.tsx'
import { Section } from '../../ui/page.tsx'

/** The files merged into this one, each of which can be taken out again. */
export function MergedSection({ merged }: { merged: Output<'people.read'>['merged'] }) {
  const { t } = useTranslation()
  const unmerge = useAct('people.unmerge', { done: 'duplicates.unmerged' })
  if (merged.length === 0) return null
  return (
    <Section title={t('duplicates.merged')}>
      <ul className="lines">
        {merged.map(({ id, alias, on }) => (
          <li key={id} className="tie-line">
            <p className="grow">
              <span className="tie-who">
                <Name>{alias}</Name>
              </span>{' '}
              <span className="small quiet">{nearDay(on)}</span>
            </p>
            <Button
              command="people.unmerge"
              variant="plain"
              aria-label={t('duplicates.unmergeOf', { alias })}
              isDisabled={unmerge.isPending}
              onPress={() => unmerge.mutate({ id })}
            >
              {t('duplicates.unmerge')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="small muted">{t('duplicates.unmergeNote')}</p>
    </Section>
  )
}
