import { Milestone, Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { inSentence, useLists } from '../../lists.tsx'
import { IconButton } from '../../ui/button.tsx'
import { duration, nearDay, shortDay } from '../../ui/dates.ts'
import { Name } from '../../ui/name.tsx'
import { Facts } from '../../ui/page.tsx'
import { BondBar } from './bond-bar.tsx'

type Person = Output<'people.read'>['person']

type PersonSideProps = { person: Person; onEdit: () => void; onNewStage: () => void }

/** Beside the timeline: the bond, then what is known; what is not known takes no room. */
export function PersonSide({ person, onEdit, onNewStage }: PersonSideProps) {
  const { t } = useTranslation()
  const lists = useLists()
  return (
    <section className="card bond-card" aria-labelledby="bond-title">
      <div className="section-head">
        <h2 id="bond-title">{t('people.theBond')}</h2>
        <span>
          <IconButton
            command="people.saveBondStage"
            label={t('people.newStage')}
            icon={<Milestone size={16} aria-hidden />}
            onPress={onNewStage}
          />
          <IconButton
            command="people.save"
            label={t('people.edit')}
            icon={<Pencil size={16} aria-hidden />}
            onPress={onEdit}
          />
        </span>
      </div>
      <div className="bond-stage">
        <p>
          <strong>{lists.label('bondStage', person.bondStage)}</strong>{' '}
          {person.engagedOn !== null && (
            <span className="small muted">
              {t('people.engagedSince', { day: shortDay(person.engagedOn) })}
            </span>
          )}
        </p>
        <BondBar stage={person.bondStage} size="large" />
      </div>
      <Facts facts={useFacts(person)} />
    </section>
  )
}

function useFacts(person: Person): { label: string; value: ReactNode }[] {
  const { t } = useTranslation()
  const lists = useLists()
  const seen =
    person.contactCount === 0
      ? t('people.neverSeen')
      : t('people.seenTimes', { count: person.contactCount, duration: duration(person.contactMinutes) })
  const basisFact = ({ kind, on, words }: NonNullable<Person['identifyingBasis']>) => ({
    label: t('people.basisFact'),
    value: t(kind === 'parent-consented' ? 'people.basisParentFact' : 'people.basisBenefitFact', {
      day: shortDay(on),
      words,
    }),
    isKnown: true,
  })
  const guess = (label: string, isEstimated: boolean) =>
    isEstimated ? t('people.estimated', { label }) : label
  const facts: { label: string; value: ReactNode; isKnown: boolean }[] = [
    {
      label: t('people.firstMet'),
      value: person.firstContactOn !== null && nearDay(person.firstContactOn),
      isKnown: person.firstContactOn !== null,
    },
    { label: t('people.seen'), value: seen, isKnown: true },
    {
      label: t('people.age'),
      value: guess(lists.label('ageBand', person.ageBand), person.ageEstimated),
      isKnown: person.ageBand !== 'unknown',
    },
    {
      label: t('people.gender'),
      value: guess(inSentence(lists.label('gender', person.gender)), person.genderEstimated),
      isKnown: person.gender !== 'unknown',
    },
    {
      label: t('people.populations'),
      value: inSentence(
        person.populations.map((code) => inSentence(lists.label('population', code))).join(', '),
      ),
      isKnown: person.populations.length > 0,
    },
    {
      label: t('people.languages'),
      // an import may have written a language in its own words
      value: person.languages.map((code) => lists.label('language', code) || code).join(', '),
      isKnown: person.languages.length > 0,
    },
    { label: t('people.howMet'), value: person.howMet, isKnown: person.howMet !== '' },
    { label: t('people.strengths'), value: person.strengths, isKnown: person.strengths !== '' },
    {
      label: t('people.legalName'),
      value: <Name>{person.legalName ?? ''}</Name>,
      isKnown: person.legalName !== null && person.legalName !== '',
    },
  ]
  if (person.identifyingBasis !== null) facts.push(basisFact(person.identifyingBasis))
  return facts.filter(({ isKnown }) => isKnown)
}
