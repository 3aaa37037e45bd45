import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PersonFilter } from '#core/caseload/filter'
import type { ListName } from '#core/caseload/lists'
import { inSentence, useLists } from '../../lists.tsx'
import { addDays, shortDay, todayHere } from '../../ui/dates.ts'
import type { Tag } from '../../ui/tag-picker.tsx'
import { splitPhrase } from './contact-phrases.ts'
import { FilterBar, type PhraseChoices } from './filter-bar.tsx'
import { KeptFilters } from './kept-filters.tsx'
import { peopleSaidBy, phrasesOfPeople } from './people-phrases.ts'

/** The filter of the persons, kept in the address of their screen. */
export function PeopleFilterBar({ filter }: { filter: PersonFilter }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const phrases = phrasesOfPeople(filter)
  const choices = usePeopleChoices(phrases)
  const show = (next: PersonFilter) => void navigate({ to: '/people', search: next })
  return (
    <FilterBar
      subject={t('shell.people')}
      placeholder={t('filters.addPerson')}
      {...choices}
      onAdd={(phrase) => show(peopleSaidBy([...phrases, phrase]))}
      onRemove={(phrase) => show(peopleSaidBy(phrases.filter((each) => each !== phrase)))}
      actions={
        <KeptFilters
          list="people"
          filter={filter}
          phrases={phrases}
          sentence={`${t('shell.people')} ${choices.said.map(({ label }) => label).join(' · ')}`}
          onApply={show}
        />
      }
    />
  )
}

const listOf = {
  stage: 'bondStage',
  age: 'ageBand',
  gender: 'gender',
  population: 'population',
} as const satisfies Record<string, ListName>
type Coded = keyof typeof listOf
const coded: readonly Coded[] = ['stage', 'age', 'population', 'gender']
const isCoded = (word: string): word is Coded => word in listOf

const WEEKS = [2, 4, 6, 8, 12]

function usePeopleChoices(phrases: readonly string[]): PhraseChoices {
  const { t } = useTranslation()
  const lists = useLists()
  const say = (phrase: string): Tag => {
    const [word, value] = splitPhrase(phrase)
    const label = isCoded(word)
      ? t(`filters.${word}`, { label: inSentence(lists.label(listOf[word], value)) })
      : t('filters.notSeen', { day: shortDay(value) })
    return { key: phrase, label }
  }
  return {
    said: phrases.map(say),
    offered: [
      ...WEEKS.map((count) => ({
        key: `notSeen:${addDays(todayHere(), -7 * count)}`,
        label: t('filters.notSeenWeeks', { count }),
      })),
      ...coded.flatMap((word) => lists.options(listOf[word]).map(({ key }) => say(`${word}:${key}`))),
    ],
  }
}
