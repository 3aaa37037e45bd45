import { Link } from '@tanstack/react-router'
import {
  BookMarked,
  CalendarCheck,
  ChartColumn,
  EyeOff,
  Lock,
  MapPin,
  MessageCircle,
  MessagesSquare,
  Presentation,
  Route,
  Search,
  SlidersHorizontal,
  Sun,
  TriangleAlert,
  Users,
  type LucideIcon,
} from 'lucide-react'
import { Button, ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../queries.ts'
import type { TextKey } from '../../text/i18n.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { SavedState } from './saved-state.tsx'
import { useShellActions } from './shell-actions.ts'
import { UndoEntries } from './undo-entry.tsx'

type Entry = {
  to:
    | '/'
    | '/people'
    | '/contacts'
    | '/follow-ups'
    | '/referrals'
    | '/resources'
    | '/incidents'
    | '/activities'
    | '/meeting'
    | '/statistics'
    | '/duties'
    | '/settings'
  label: TextKey
  icon: LucideIcon
}

/** The screens, in the order of a day's work; the palette offers them too. */
export const screens: readonly Entry[] = [
  { to: '/', label: 'shell.today', icon: Sun },
  { to: '/people', label: 'shell.people', icon: Users },
  { to: '/contacts', label: 'shell.contacts', icon: MessageCircle },
  { to: '/follow-ups', label: 'shell.followUps', icon: CalendarCheck },
  { to: '/referrals', label: 'shell.referrals', icon: Route },
  { to: '/resources', label: 'shell.resources', icon: MapPin },
  { to: '/incidents', label: 'shell.incidents', icon: TriangleAlert },
  { to: '/activities', label: 'shell.activities', icon: Presentation },
  { to: '/meeting', label: 'shell.meeting', icon: MessagesSquare },
  { to: '/statistics', label: 'shell.statistics', icon: ChartColumn },
  { to: '/duties', label: 'shell.duties', icon: BookMarked },
  { to: '/settings', label: 'shell.settings', icon: SlidersHorizontal },
]

/** A number beside a screen; late ones stand out. */
type Counted = { count: number; spoken: string; isLate?: boolean }

/** At the left: to search, the screens, then what protects and what was saved. */
export function Rail({ isDiscreet }: { isDiscreet: boolean }) {
  const { t } = useTranslation()
  const { openPalette, toggleDiscreet, lock } = useShellActions()
  const today = useRead('today.read', undefined).data
  const countOf = (to: Entry['to'], label: string): Counted | null => {
    if (today === undefined) return null
    const { counts, requests } = today
    if (to === '/people')
      return { count: counts.people, spoken: t('shell.countPeople', { label, count: counts.people }) }
    if (to === '/follow-ups')
      return {
        count: counts.followUpsDue,
        spoken: t('shell.countFollowUps', { label, count: counts.followUpsDue }),
      }
    if (to === '/referrals')
      return {
        count: counts.openReferrals,
        spoken: t('shell.countReferrals', { label, count: counts.openReferrals }),
      }
    if (to === '/duties') {
      const isLate = requests.some(({ state }) => state === 'overdue')
      const spoken = t(isLate ? 'shell.countLateRequests' : 'shell.countRequests', {
        label,
        count: requests.length,
      })
      return requests.length === 0 ? null : { count: requests.length, spoken, isLate }
    }
    return null
  }

  return (
    <header className="rail">
      <p className="rail-name">{t('shell.name')}</p>
      <Button className="rail-search" onPress={openPalette} aria-label={t('shell.search')}>
        <Search size={17} aria-hidden />
        <span className="rail-word">{t('shell.search')}</span>
        <span className="rail-keys" aria-hidden="true">
          <Kbd keys="Ctrl+K" />
        </span>
      </Button>
      <nav aria-label={t('shell.navigation')}>
        <ul>
          {screens.map(({ to, label, icon: Icon }) => {
            const name = t(label)
            const counted = countOf(to, name)
            return (
              <li key={to} className={to === '/statistics' ? 'rail-apart' : undefined}>
                <Link
                  to={to}
                  className="rail-link"
                  activeOptions={{ exact: to === '/' }}
                  aria-label={counted?.spoken ?? name}
                  title={name}
                >
                  <Icon size={18} strokeWidth={1.75} aria-hidden />
                  <span className="rail-word">{name}</span>
                  {counted !== null && counted.count > 0 && (
                    <span className="rail-count" data-late={counted.isLate || undefined}>
                      {counted.count}
                    </span>
                  )}
                </Link>
              </li>
            )
          })}
        </ul>
      </nav>
      <UndoEntries />
      <div className="rail-guard">
        <ToggleButton
          className="rail-link"
          isSelected={isDiscreet}
          onChange={toggleDiscreet}
          aria-label={t('shell.discreet')}
        >
          <EyeOff size={18} strokeWidth={1.75} aria-hidden />
          <span className="rail-word">{t('shell.discreet')}</span>
          {isDiscreet && <span className="rail-count">{t('shell.isOn')}</span>}
        </ToggleButton>
        <Button className="rail-link" onPress={lock} aria-label={t('shell.lock')}>
          <Lock size={18} strokeWidth={1.75} aria-hidden />
          <span className="rail-word">{t('shell.lock')}</span>
          <span className="rail-keys" aria-hidden="true">
            <Kbd keys="Ctrl+L" />
          </span>
        </Button>
      </div>
      <SavedState />
    </header>
  )
}
