import { useRouter } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Name } from '../../ui/name.tsx'
import type { Named } from './people-picker.tsx'

type PeopleNamesProps = {
  people: readonly Named[]
  unidentifiedCount?: number
  /** This one is understood: on the file of a person, the others only. */
  except?: string
}

/**
 * « Momo, Le Poète et 1 non identifiée », each name opening its file. Long lists are full of them: the router’s own links would each be drawn again
 * at every change of screen.
 */
export function PeopleNames({ people, unidentifiedCount = 0, except }: PeopleNamesProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const others = people.filter(({ id }) => id !== except)
  const counted = unidentifiedCount > 0
  return (
    <>
      {others.map(({ id, alias }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <a
            href={`/people/${id}`}
            className="plain-link"
            onClick={(event) => {
              event.preventDefault()
              void router.navigate({ to: '/people/$personId', params: { personId: id } })
            }}
          >
            <Name>{alias}</Name>
          </a>
        </Fragment>
      ))}
      {counted && others.length > 0 && ` ${t('people.unidentified', { count: unidentifiedCount })}`}
      {counted && others.length === 0 && t('people.onlyUnidentified', { count: unidentifiedCount })}
    </>
  )
}
