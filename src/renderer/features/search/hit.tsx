import {
  CalendarCheck,
  LifeBuoy,
  MapPin,
  MessageCircle,
  Route,
  TriangleAlert,
  User,
  UsersRound,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import type { TextKey } from '../../text/i18n.ts'
import { nearDay } from '../../ui/dates.ts'
import { Name } from '../../ui/name.tsx'

type SearchHit = Output<'search.run'>[number]

const icons = {
  person: User,
  contact: MessageCircle,
  resource: MapPin,
  referral: Route,
  followUp: CalendarCheck,
  incident: TriangleAlert,
  groupActivity: UsersRound,
  staffSupport: LifeBuoy,
}

export function Hit({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation()
  const Icon = icons[hit.type]
  return (
    <>
      <Icon size={16} aria-hidden />
      <span className="palette-hit">
        {hit.title !== '' && <span>{isNamed(hit) ? <Name>{hit.title}</Name> : hit.title}</span>}
        {hit.title === '' && hasName(hit.type) && <span>{t(untitled[hit.type])}</span>}
        {saysMore(hit) && (
          <span className="palette-excerpt">
            {/* of a person, it is another of her names as often as not */}
            {hit.type === 'person' ? (
              <Name>
                <Excerpt text={hit.excerpt} />
              </Name>
            ) : (
              <Excerpt text={hit.excerpt} />
            )}
          </span>
        )}
      </span>
      {isNear(hit) && <span className="option-hint">{t('search.resembles')}</span>}
      {hit.at !== null && <span className="option-hint">{nearDay(hit.at)}</span>}
    </>
  )
}

/** Titles that are the alias of somebody. */
const isNamed = ({ type }: SearchHit) =>
  type === 'person' || type === 'contact' || type === 'referral' || type === 'incident'

/** What has no title of its own says what it is. */
const untitled = {
  contact: 'contactList.nobody',
  incident: 'people.incident',
  staffSupport: 'search.staffSupport',
} as const satisfies Partial<Record<SearchHit['type'], TextKey>>
const hasName = (type: SearchHit['type']): type is keyof typeof untitled => type in untitled

/** Found although the letters typed are not in it: a slip of the finger in an alias. */
const isNear = ({ type, excerpt }: SearchHit) => type === 'person' && !excerpt.includes('\u0002')

/** An excerpt that only repeats words of the title says nothing more. */
const saysMore = ({ title, excerpt }: SearchHit) =>
  excerpt !== '' && !title.includes(excerpt.replaceAll('\u0002', '').replaceAll('\u0003', ''))

/** The matched words lie between U+0002 and U+0003. */
function Excerpt({ text }: { text: string }) {
  return text.split('\u0002').map((part, index) => {
    const [matched, rest] = index === 0 ? [null, part] : part.split('\u0003')
    return (
      // the pieces of one text never move
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index}>
        {matched !== null && <mark>{matched}</mark>}
        {rest}
      </span>
    )
  })
}
