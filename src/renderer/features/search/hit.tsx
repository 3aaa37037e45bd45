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
import type { Output } from '#shared/contract'
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
  const Icon = icons[hit.type]
  return (
    <>
      <Icon size={16} aria-hidden />
      <span className="palette-hit">
        <span>{hit.type === 'resource' ? hit.title : <Name>{hit.title}</Name>}</span>
        {saysMore(hit) && (
          <span className="palette-excerpt">
            <Excerpt text={hit.excerpt} />
          </span>
        )}
      </span>
      {hit.at !== null && <span className="option-hint">{nearDay(hit.at)}</span>}
    </>
  )
}

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
