import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListName } from '#core/caseload/lists'
import type { ExplorationFilter } from '#core/statistics/measures/meetings'
import { CodeTags, inSentence, useLists } from '../../lists.tsx'
import { Button } from '../../ui/button.tsx'

const fields = {
  kinds: 'contactKind',
  themes: 'theme',
  places: 'place',
  mandateAxes: 'mandateAxis',
  crises: 'crisis',
  genders: 'gender',
  ageBands: 'ageBand',
  populations: 'population',
} as const satisfies Record<keyof ExplorationFilter, ListName>
const fieldNames = [
  'kinds',
  'themes',
  'places',
  'mandateAxes',
  'crises',
  'genders',
  'ageBands',
  'populations',
] as const

export const isFiltered = (filter: ExplorationFilter): boolean =>
  fieldNames.some((name) => (filter[name] ?? []).length > 0)

type ExploreFilterProps = { filter: ExplorationFilter; onChange: (filter: ExplorationFilter) => void }

/** Which contacts are counted, as a sentence; the fields open under it. */
export function ExploreFilter({ filter, onChange }: ExploreFilterProps) {
  const { t } = useTranslation()
  const lists = useLists()
  const said = fieldNames.flatMap((name) => {
    const codes = filter[name] ?? []
    return codes.length === 0
      ? []
      : codes.map((code) => inSentence(lists.label(fields[name], code))).join(', ')
  })
  return (
    <details className="explore-filter">
      <summary>
        <ChevronRight size={16} aria-hidden />
        {said.length === 0 ? t('statistics.filters') : t('statistics.only', { what: said.join(' · ') })}
      </summary>
      <div className="filter-fields">
        {fieldNames.map((name) => (
          <CodeTags
            key={name}
            list={fields[name]}
            label={t(`statistics.filterFields.${name}`)}
            value={filter[name] ?? []}
            onChange={(codes) => onChange({ ...filter, [name]: codes })}
          />
        ))}
      </div>
      <div className="row">
        <p className="small muted grow">{t('statistics.filtersNote')}</p>
        {said.length > 0 && <Button onPress={() => onChange({})}>{t('statistics.clearFilters')}</Button>}
      </div>
    </details>
  )
}
