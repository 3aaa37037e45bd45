import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactFilter } from '#core/caseload/filter'
import type { ListName } from '#core/caseload/lists'
import { inSentence, useLists } from '../../lists.tsx'
import { monthOf, shortDay, todayHere } from '../../ui/dates.ts'
import type { Tag } from '../../ui/tag-picker.tsx'
import { contactsSaidBy, phrasesOfContacts, splitPhrase } from './contact-phrases.ts'
import { useAliases, useNamed } from '../people/known-names.ts'
import { DatesDialog } from './dates-dialog.tsx'
import { FilterBar, type PhraseChoices } from './filter-bar.tsx'
import { isWholeMonth, isWholeYear, periodsBefore } from './periods.ts'
import { KeptFilters } from './kept-filters.tsx'

const OTHER_DATES = 'dates:'

/** The filter of the contacts, kept in the address of their screen: going back finds it again. */
export function ContactFilterBar({ filter }: { filter: ContactFilter }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isDating, setDating] = useState(false)
  const phrases = phrasesOfContacts(filter)
  const choices = useContactChoices(phrases)
  const show = (next: ContactFilter) => void navigate({ to: '/contacts', search: next })
  const add = (phrase: string) => {
    if (phrase === OTHER_DATES) setDating(true)
    else show(contactsSaidBy([...phrases, phrase]))
  }
  return (
    <>
      <FilterBar
        subject={t('shell.contacts')}
        placeholder={t('filters.add')}
        {...choices}
        onAdd={add}
        onRemove={(phrase) => show(contactsSaidBy(phrases.filter((each) => each !== phrase)))}
        actions={
          <KeptFilters
            list="contacts"
            filter={filter}
            phrases={phrases}
            sentence={`${t('shell.contacts')} ${choices.said.map(({ label }) => label).join(' · ')}`}
            onApply={show}
          />
        }
      />
      {isDating && (
        <DatesDialog
          from={filter.from ?? null}
          to={filter.to ?? null}
          onClose={() => setDating(false)}
          onChoose={(from, to) => show(contactsSaidBy([...phrases, `period:${from ?? ''}/${to ?? ''}`]))}
        />
      )}
    </>
  )
}

const listOf = {
  kind: 'contactKind',
  theme: 'theme',
  place: 'place',
  axis: 'mandateAxis',
} as const satisfies Record<string, ListName>
type Coded = keyof typeof listOf
const coded: readonly Coded[] = ['theme', 'kind', 'place', 'axis']
const isCoded = (word: string): word is Coded => word in listOf

function useContactChoices(phrases: readonly string[]): Required<PhraseChoices> {
  const { t } = useTranslation()
  const lists = useLists()
  const chosen = phrases.map(splitPhrase).flatMap(([word, value]) => (word === 'person' ? [value] : []))
  const named = useNamed(chosen)
  const [text, setText] = useState('')
  const { rows, isLoading } = useAliases(text)
  const period = usePeriodWords()
  const sayWith = (id: string, alias: string): Tag => ({
    key: `person:${id}`,
    label: t('filters.with', { alias }),
    isName: true,
  })
  const say = (phrase: string): Tag => {
    const [word, value] = splitPhrase(phrase)
    if (word === 'person') return sayWith(value, named.find(({ id }) => id === value)?.alias ?? '')
    return { key: phrase, label: wordsOf(word, value) }
  }
  const wordsOf = (word: string, value: string): string => {
    if (word === 'period') return period(...periodOf(value))
    if (word === 'incomplete') return t(value === 'yes' ? 'filters.incomplete' : 'filters.complete')
    if (isCoded(word)) return t(`filters.${word}`, { label: inSentence(lists.label(listOf[word], value)) })
    return ''
  }
  const codes = coded.flatMap((word) => lists.options(listOf[word]).map(({ key }) => say(`${word}:${key}`)))
  const periods = periodsBefore(todayHere()).map(({ name, from, to }) => ({
    key: `period:${from}/${to}`,
    label: name === 'week' ? t('filters.week') : period(from, to),
  }))
  return {
    said: phrases.map(say),
    offered: [
      ...periods.slice(0, 3),
      say('incomplete:yes'),
      { key: OTHER_DATES, label: t('filters.otherDates') },
      ...codes,
      ...periods.slice(3),
    ],
    asking: {
      onQuery: setText,
      found: text.trim() === '' ? [] : rows.map(({ id, aliases }) => sayWith(id, aliases[0] ?? '')),
      isLoading: text.trim() !== '' && isLoading,
    },
  }
}

const periodOf = (value: string): [from: string, to: string] => {
  const [from = '', to = ''] = value.split('/')
  return [from, to]
}

/** « de novembre », « d’octobre 2025 », « du mar. 3 nov. au ven. 6 nov. »; an empty day is an open end. */
function usePeriodWords(): (from: string, to: string) => string {
  const { t } = useTranslation()
  return (from, to) => {
    if (to === '') return t('filters.from', { from: shortDay(from) })
    if (from === '') return t('filters.to', { to: shortDay(to) })
    if (isWholeYear(from, to)) return t('filters.year', { year: from.slice(0, 4) })
    if (!isWholeMonth(from, to)) return t('filters.fromTo', { from: shortDay(from), to: shortDay(to) })
    const month = monthOf(from)
    return t(/^[ao]/.test(month) ? 'filters.monthVowel' : 'filters.month', { month })
  }
}
